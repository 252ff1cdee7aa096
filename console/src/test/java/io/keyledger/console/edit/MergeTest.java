package io.keyledger.console.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.edit.Merge.Line;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class MergeTest {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("name", "Name"),
                    Field.text("description", "Description"),
                    Field.pairs("labels", "Labels", "Label", "a line each"),
                    Field.links("groups", "Groups"),
                    Field.lines("hosts", "Hosts"),
                    Field.together(
                            "limit", "Limit", it -> String.join(" in ", it), "uses", "seconds"));

    private static final ObjectNode BASE = form("name", "old", "team: data\n", "1 2", "a\nb");

    @Test
    void whatOneTouchedIsHis() {
        ObjectNode theirs = BASE.deepCopy().put("name", "renamed");
        ObjectNode mine = BASE.deepCopy().put("description", "new");
        Merge merge = merge(theirs, mine, Map.of());
        assertThat(whose(merge)).isEqualTo(Map.of("name", Whose.THEIRS, "description", Whose.MINE));
        assertThat(merge.isSettled()).isTrue();
        assertThat(merge.touchesNothingOfTheirs()).isFalse();
        assertThat(merge.result().get("name").asString()).isEqualTo("renamed");
        assertThat(merge.result().get("description").asString()).isEqualTo("new");
    }

    @Test
    void whatThereIsManyOfIsWhatEitherDid() {
        ObjectNode theirs = form("name", "old", "team: data\n", "2", "a\nb\nc");
        ObjectNode mine = form("name", "old", "team: data\n", "1 2 3", "b");
        for (Merge merge : List.of(merge(theirs, mine, Map.of()), merge(mine, theirs, Map.of()))) {
            assertThat(whose(merge))
                    .isEqualTo(Map.of("groups", Whose.TOGETHER, "hosts", Whose.TOGETHER));
            assertThat(merge.isSettled()).isTrue();
            assertThat(merge.result().get("groups").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder("2", "3");
            assertThat(merge.result().get("hosts").asString().lines())
                    .containsExactlyInAnyOrder("b", "c");
        }
    }

    @Test
    void pairsMergeOneByOneAndOnesThatBothChangedAreForChoosing() {
        ObjectNode theirs = BASE.deepCopy().put("labels", "team: search\ncost: 7\n");
        ObjectNode mine = BASE.deepCopy().put("labels", "region: eu\n");
        Merge open = merge(theirs, mine, Map.of());
        assertThat(whose(open))
                .isEqualTo(
                        Map.of(
                                "labels.cost", Whose.THEIRS,
                                "labels.region", Whose.MINE,
                                "labels.team", Whose.CONTESTED));
        assertThat(open.lines(Map.of())).extracting(Line::field).contains("Label team");
        assertThat(open.isSettled()).isFalse();
        Merge kept = merge(theirs, mine, Map.of("labels.team", Merge.THEIRS));
        assertThat(kept.isSettled()).isTrue();
        assertThat(kept.result().get("labels").asString().lines())
                .containsExactlyInAnyOrder("team: search", "cost: 7", "region: eu");
        Merge dropped = merge(theirs, mine, Map.of("labels.team", Merge.MINE));
        assertThat(dropped.result().get("labels").asString().lines())
                .containsExactlyInAnyOrder("cost: 7", "region: eu");
    }

    @Test
    void whatMeansSomethingTogetherOnlyIsChosenWhole() {
        ObjectNode theirs = BASE.deepCopy().put("uses", "10");
        ObjectNode mine = BASE.deepCopy().put("seconds", "60");
        assertThat(whose(merge(theirs, mine, Map.of())))
                .isEqualTo(Map.of("limit", Whose.CONTESTED));
        ObjectNode chosen = merge(theirs, mine, Map.of("limit", Merge.THEIRS)).result();
        assertThat(chosen.get("uses").asString()).isEqualTo("10");
        assertThat(chosen.get("seconds").asString()).isEqualTo("1");
    }

    @Test
    void whatBothMadeTheSameIsNoLine() {
        ObjectNode same = form("name", "new", "team: data\n", "1", "a");
        Merge merge = merge(same, same, Map.of());
        assertThat(merge.lines(Map.of())).isEmpty();
        assertThat(merge.result().get("description").asString()).isEqualTo("new");
        assertThat(merge.result().get("groups")).hasSize(1);
    }

    @Test
    void whatBrowsersSendOtherwiseIsNoChange() {
        ObjectNode sent = form(" name ", "old\r\n", " team:data ", "2 1", "b\r\n\r\n a");
        Merge merge = merge(BASE, sent, Map.of());
        assertThat(merge.lines(Map.of())).isEmpty();
        assertThat(merge(sent, BASE, Map.of()).touchesNothingOfTheirs()).isTrue();
    }

    @Test
    void aChoiceThatIsNoneSettlesNothing() {
        ObjectNode theirs = BASE.deepCopy().put("description", "theirs");
        ObjectNode mine = BASE.deepCopy().put("description", "mine");
        assertThat(merge(theirs, mine, Map.of("description", "x")).isSettled()).isFalse();
        Merge chosen = merge(theirs, mine, Map.of("description", Merge.THEIRS));
        assertThat(chosen.result().get("description").asString()).isEqualTo("theirs");
    }

    private static Merge merge(ObjectNode theirs, ObjectNode mine, Map<String, String> choices) {
        return new Merge(FIELDS, BASE, theirs, mine, choices);
    }

    private static Map<String, Whose> whose(Merge merge) {
        return merge.lines(Map.of()).stream().collect(Collectors.toMap(Line::name, Line::whose));
    }

    private static ObjectNode form(
            String name, String description, String labels, String groups, String hosts) {
        ObjectNode form = JsonMapper.shared().createObjectNode();
        form.put("name", name).put("description", description).put("labels", labels);
        form.put("uses", "5").put("seconds", "1").put("hosts", hosts);
        List.of(groups.split(" ")).forEach(form.putArray("groups")::add);
        return form;
    }
}
