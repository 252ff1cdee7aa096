package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Audit.Actor;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Subject;
import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class SentencesTest {

    private static final String READERS = "0190b5a0-0000-7000-8000-000000000001";
    private static final String GONE = "0190b5a0-0000-7000-8000-000000000002";
    private static final Map<String, String> NAMES = Map.of(READERS, "Readers");

    @Test
    void changesOfWhatIsNamedAreSaidInOnePiece() {
        assertThat(told(change("service-user.ServiceUserCreated", "service-user", null)))
                .isEqualTo("ada created service user importer");
        assertThat(told(change("service-user.ApiKeyGenerated", "api-key", null)))
                .isEqualTo("ada generated API key importer of service user loader");
        assertThat(told(change("service-user.SecretRegenerated", "api-key", null)))
                .isEqualTo("ada regenerated secret importer of service user loader");
        assertThat(told(change("security-policy.SecurityPolicyGuardsChanged", "policy", null)))
                .isEqualTo("ada changed security policy guards importer");
    }

    @Test
    void whatWasAssignedIsNamedAndSoIsWhoGotIt() {
        assertThat(
                        told(
                                change(
                                        "service-user.GroupAssigned",
                                        "service-user",
                                        Map.of("group", READERS))))
                .isEqualTo("ada added group Readers to service user importer");
        assertThat(
                        told(
                                change(
                                        "user-group.SecurityPolicyAttachedToGroup",
                                        "user-group",
                                        Map.of("policy", GONE))))
                .isEqualTo("ada attached security policy 0190b5a0 to user group importer");
        assertThat(
                        told(
                                change(
                                        "user-group.RoleUnassignedFromGroup",
                                        "user-group",
                                        Map.of("role", GONE))))
                .isEqualTo("ada removed role 0190b5a0 from user group importer");
    }

    @Test
    void usesSayWhatWasAskedAndWhyItWasRefused() {
        assertThat(told(use("allow", null, "GET", 1)))
                .isEqualTo("ada used catalog:view by GET /v1/assets with key nightly");
        assertThat(told(use("deny", "key-disabled", null, 7)))
                .isEqualTo("ada was refused catalog:view: key disabled (7 times) with key nightly");
    }

    private static String told(Entry entry) {
        Sentence said = Sentences.of(List.of(entry), NAMES).getFirst();
        return said.who() + " " + said.what() + (said.whom() == null ? "" : " " + said.whom());
    }

    private static Entry change(
            String type, String subjectKind, @Nullable Map<String, Object> after) {
        return new Entry(
                "id",
                1,
                "change",
                type,
                "acme",
                Instant.EPOCH,
                null,
                new Actor("service-user", null, "ada"),
                new Subject(subjectKind, null, "importer"),
                null,
                after,
                null,
                "loader",
                subjectKind.equals("api-key") ? "key" : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Entry use(
            String decision, @Nullable String reason, @Nullable String method, long count) {
        return new Entry(
                "id",
                1,
                "use",
                "use",
                "acme",
                Instant.EPOCH,
                null,
                new Actor("service-user", null, "ada"),
                new Subject("api-key", null, "nightly"),
                null,
                null,
                null,
                null,
                null,
                decision,
                reason,
                null,
                null,
                "catalog:view",
                method,
                method == null ? null : "/v1/assets",
                null,
                null,
                null,
                null,
                null,
                count);
    }
}
