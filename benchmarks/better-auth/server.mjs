// better-auth's API keys on PostgreSQL behind Node's own HTTP server: POST /create makes a key of one user,
// POST /verify checks the key that is the body. PORT and DATABASE (a PostgreSQL address) say where.
import { createServer } from "node:http";
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import pg from "pg";

const database = new pg.Pool({ connectionString: process.env.DATABASE, max: 20 });
const options = {
  baseURL: `http://127.0.0.1:${process.env.PORT}`,
  secret: "a secret of this benchmark alone, long enough",
  database,
  logger: { level: "error" },
  telemetry: { enabled: false },
  emailAndPassword: { enabled: true },
  plugins: [apiKey({ rateLimit: { enabled: false } })],
};

await (await getMigrations(options)).runMigrations();
const auth = betterAuth(options);
const { user } = await auth.api.signUpEmail({
  body: { name: "bench", email: "bench@example.com", password: "correct horse battery staple" },
});

const ways = {
  "/create": () => auth.api.createApiKey({ body: { userId: user.id, name: "bench" } }),
  "/verify": (key) => auth.api.verifyApiKey({ body: { key } }),
};

async function text(request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

createServer(async (request, response) => {
  try {
    const answer = await ways[request.url](await text(request));
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  } catch (failure) {
    response.writeHead(500).end(String(failure));
  }
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
