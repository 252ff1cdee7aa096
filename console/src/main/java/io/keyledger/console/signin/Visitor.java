package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.Callers.Caller;
import io.keyledger.client.api.Named;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Workspaces.Workspace;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Who is signed in: a caller of the API, and what it may see and do there. */
public final class Visitor {

    private static final String SYSTEM = "system";
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int NOT_FOUND = 404;
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final KeyledgerClient client;
    private final boolean asks;
    private volatile Standing standing;

    private Visitor(KeyledgerClient client) {
        this.client = client;
        this.asks = true;
        this.standing = ask();
    }

    private Visitor(KeyledgerClient client, boolean asks, Standing standing) {
        this.client = client;
        this.asks = asks;
        this.standing = standing;
    }

    private record Standing(Caller caller, List<Workspace> workspaces, long readAt) {}

    /**
     * Whoever has the key or the token of that client.
     *
     * @throws io.keyledger.client.KeyledgerProblem 401 if nobody has it, 403 if its service user
     *     may not even see its own workspace
     */
    static Visitor of(KeyledgerClient client) {
        return new Visitor(client);
    }

    /** Views may be behind by a moment, and not know yet whose key was made just now. */
    static Visitor whenSeen(KeyledgerClient client) {
        for (int tries = 1; ; tries++) {
            try {
                return of(client);
            } catch (KeyledgerProblem problem) {
                if (problem.status() != NOT_FOUND || tries == TRIES) {
                    throw problem;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    /** The same by what was known last, for when the API cannot be asked. */
    public Visitor asKnown() {
        return new Visitor(client, false, standing);
    }

    /** The same, nothing of whose writes is sent. */
    Visitor withholding() {
        return new Visitor(client.withholding(), asks, standing);
    }

    /** What it is known by for ever; empty if it is nobody in particular. */
    public String id() {
        Named who = standing.caller().who();
        return who == null ? "" : who.id().toString();
    }

    public KeyledgerClient client() {
        return client;
    }

    /** The same, for writes with that reason; blank gives none. */
    public KeyledgerClient because(String why) {
        return why.isBlank() ? client : client.because(why.strip());
    }

    public Caller caller() {
        return standing().caller();
    }

    /** The workspaces that it may see, by slug. */
    public List<Workspace> workspaces() {
        return standing().workspaces();
    }

    /** The one to begin with. */
    public String home() {
        List<Workspace> all = workspaces();
        return all.stream()
                .map(Workspace::slug)
                .filter(slug -> !slug.equals(SYSTEM))
                .findFirst()
                .orElseGet(() -> caller().workspace());
    }

    /**
     * Whether it holds one of Keyledger's own permissions in a workspace, by what was known some
     * seconds ago: for showing what may be done, while the API decides what is done.
     */
    public boolean may(String permission, String workspace) {
        String resource = permission.substring(0, permission.indexOf(':'));
        String action = permission.substring(resource.length() + 1);
        List<String> enough = List.of(permission, resource + ":*", "*:" + action, "*:*");
        return caller().memberships().stream()
                .filter(it -> it.workspace().equals(SYSTEM) || it.workspace().equals(workspace))
                .flatMap(it -> it.permissions().stream())
                .anyMatch(enough::contains);
    }

    /** After it has done what changes what it may see. */
    public void lookAgain() {
        standing = ask();
    }

    private Standing standing() {
        if (asks && System.nanoTime() - standing.readAt() > FRESH_NANOS) {
            standing = ask();
        }
        return standing;
    }

    private Standing ask() {
        return new Standing(
                client.callers().get(),
                Page.all(cursor -> client.workspaces().list(cursor)),
                System.nanoTime());
    }
}
