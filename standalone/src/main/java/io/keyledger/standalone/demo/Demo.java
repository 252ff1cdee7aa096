package io.keyledger.standalone.demo;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.Workspaces.NewWorkspace;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The demo workspace: the same on every machine, but for ids, keys and times. */
public final class Demo {

    /** Key uses that make a few pages of an audit trail. */
    public static final int USES = 3_000;

    /** Slug of the workspace. */
    public static final String WORKSPACE = "demo";

    private static final long SEED = 20_261_123;
    private static final int CONFLICT = 409;

    private final KeyledgerClient administrator;
    private final Consumer<String> tell;
    private final Random random = new Random(SEED);

    private Demo(KeyledgerClient administrator, Consumer<String> tell) {
        this.administrator = administrator;
        this.tell = tell;
    }

    /**
     * Fills the workspace.
     *
     * @param uses how many key uses
     * @param tell is told what is done
     * @return whether it did; not if the workspace is there already
     * @throws KeyledgerProblem if the API refuses something
     */
    public static boolean fill(KeyledgerClient administrator, int uses, Consumer<String> tell) {
        try {
            administrator
                    .because("demo data")
                    .workspaces()
                    .create(new NewWorkspace(WORKSPACE, "Demo Data Platform"));
        } catch (KeyledgerProblem problem) {
            if (problem.status() == CONFLICT) {
                return false;
            }
            throw problem;
        }
        new Demo(administrator.because("demo data"), tell).fill(uses);
        return true;
    }

    private void fill(int uses) {
        DemoGrants grants = DemoGrants.in(administrator);
        tell.accept("Roles, groups, security policies and API routes are there");
        List<DemoUser> users = DemoUser.of(administrator, grants, random);
        tell.accept(users.size() + " service users with their keys are there");
        new DemoUses(administrator, users, random).happen(uses);
        tell.accept(uses + " key uses are on record, all of now: nobody can date them back");
    }
}
