package io.keyledger.standalone.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A way for a permission to go, and to come back. */
enum Way {
    KEY_DELETED {
        @Override
        void take(Subject subject, Api api) {
            api.delete(subject.keyPath()).mustBe(204);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            subject.generateKey(api);
        }
    },
    KEY_DISABLED {
        @Override
        void take(Subject subject, Api api) {
            api.post(subject.keyPath() + ":disable", "").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.post(subject.keyPath() + ":enable", "").mustBe(200);
        }
    },
    SECRET_REGENERATED {
        private final ThreadLocal<Answer> regenerated = new ThreadLocal<>();

        @Override
        void take(Subject subject, Api api) {
            regenerated.set(api.post(subject.keyPath() + ":regenerate", "{}").mustBe(200));
        }

        @Override
        void giveBack(Subject subject, Api api) {
            subject.remember(regenerated.get());
        }
    },
    KEY_EXPIRED {
        @Override
        void take(Subject subject, Api api) {
            api.delete(subject.keyPath()).mustBe(204);
            Duration lead = SHORTEST_LEAD;
            Instant soon = moment(lead);
            while (!subject.generateKeyThatExpires(api, soon)) {
                lead = lead.multipliedBy(3);
                soon = moment(lead);
            }
            sleepUntil(soon);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.delete(subject.keyPath()).mustBe(204);
            subject.generateKey(api);
        }
    },
    USER_DISABLED {
        @Override
        void take(Subject subject, Api api) {
            api.post(subject.path() + ":disable", "").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.post(subject.path() + ":enable", "").mustBe(200);
        }
    },
    USER_DELETED {
        @Override
        void take(Subject subject, Api api) {
            api.delete(subject.path()).mustBe(204);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            subject.createUser(api);
            subject.generateKey(api);
        }
    },
    GROUP_UNASSIGNED {
        @Override
        void take(Subject subject, Api api) {
            api.delete(subject.path() + "/groups/" + subject.group).mustBe(204);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.put(subject.path() + "/groups/" + subject.group).mustBe(204);
        }
    },
    ROLE_TAKEN_FROM_GROUP {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.groupPath(), "{\"roles\":[]}").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.patch(subject.groupPath(), "{\"roles\":[\"" + subject.role + "\"]}").mustBe(200);
        }
    },
    ROLE_CUT {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.rolePath(), "{\"permissions\":[\"catalog:list\"]}").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.patch(subject.rolePath(), "{\"permissions\":[\"catalog:view\"]}").mustBe(200);
        }
    },
    POLICY_DISABLED(Subject.BY_POLICY) {
        @Override
        void take(Subject subject, Api api) {
            api.post(subject.policyPath() + ":disable", "").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.post(subject.policyPath() + ":enable", "").mustBe(200);
        }
    },
    POLICY_TAKEN_FROM_GROUP(Subject.BY_POLICY) {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.groupPath(), "{\"policies\":[]}").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.patch(subject.groupPath(), "{\"policies\":[\"" + subject.policy + "\"]}")
                    .mustBe(200);
        }
    },
    POLICY_GRANTS_NOTHING(Subject.BY_POLICY) {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.policyPath(), "{\"grants\":[]}").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            String grants = "{\"grants\":[%s]}".formatted(Subject.grant(subject.editorRole));
            api.patch(subject.policyPath(), grants).mustBe(200);
        }
    },
    GUARD_IMPOSED {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.guardPath(), "{\"guards\":{\"networks\":[\"192.0.2.0/24\"]}}")
                    .mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            api.patch(subject.guardPath(), "{\"guards\":{}}").mustBe(200);
        }
    },
    ROUTE_REMOVED {
        @Override
        void take(Subject subject, Api api) {
            api.delete(subject.routePath()).mustBe(204);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            subject.addRoute(api);
        }

        @Override
        Answer check(Subject subject, Api api) {
            return subject.checkRoute(api);
        }
    },
    ROUTE_REQUIRES_ANOTHER {
        @Override
        void take(Subject subject, Api api) {
            api.patch(subject.routePath(), "{\"permission\":\"catalog:list\"}").mustBe(200);
        }

        @Override
        void giveBack(Subject subject, Api api) {
            String permission = "{\"permission\":\"%s\"}".formatted(Subject.BY_ROLE);
            api.patch(subject.routePath(), permission).mustBe(200);
        }

        @Override
        Answer check(Subject subject, Api api) {
            return subject.checkRoute(api);
        }
    };

    /**
     * A busy node may take longer than this to generate a key, which is then refused as expired.
     */
    private static final Duration SHORTEST_LEAD = Duration.ofMillis(300);

    private final String permission;

    Way() {
        this(Subject.BY_ROLE);
    }

    Way(String permission) {
        this.permission = permission;
    }

    /** Takes the permission away; when it returns, the change has been answered. */
    abstract void take(Subject subject, Api api);

    abstract void giveBack(Subject subject, Api api);

    /** Asks for what goes and comes back. */
    Answer check(Subject subject, Api api) {
        return subject.check(api, permission);
    }

    private static Instant moment(Duration lead) {
        return Instant.now().plus(lead).truncatedTo(ChronoUnit.MICROS);
    }

    private static void sleepUntil(Instant moment) {
        try {
            Duration left = Duration.between(Instant.now(), moment);
            Thread.sleep(left.isNegative() ? Duration.ZERO : left.plusMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
