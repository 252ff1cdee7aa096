package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Callers.Caller;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Workspaces.Workspace;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who is signed in: a caller of the API, and what it may see and do there. */
public final class Visitor {

    private static final String SYSTEM = "system";
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final KeyledgerClient client;
    private volatile Standing standing;

    private Visitor(KeyledgerClient client) {
        this.client = client;
        this.standing = ask();
    }

    private record Standing(Caller caller, List<Workspace> workspaces, long readAt) {}

    /**
     * Whoever has the key of that client.
     *
     * @throws io.keyledger.client.KeyledgerProblem 401 if nobody has it, 403 if its service user
     *     may not even see its own workspace
     */
    static Visitor of(KeyledgerClient client) {
        return new Visitor(client);
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
        Caller caller = caller();
        if (!caller.workspace().equals(SYSTEM) && !caller.workspace().equals(workspace)) {
            return false;
        }
        String resource = permission.substring(0, permission.indexOf(':'));
        String action = permission.substring(resource.length() + 1);
        List<String> enough = List.of(permission, resource + ":*", "*:" + action, "*:*");
        return caller.permissions().stream().anyMatch(enough::contains);
    }

    /** After it has done what changes what it may see. */
    public void lookAgain() {
        standing = ask();
    }

    private Standing standing() {
        if (System.nanoTime() - standing.readAt() > FRESH_NANOS) {
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
