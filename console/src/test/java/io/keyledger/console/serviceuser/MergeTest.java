package io.keyledger.console.serviceuser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.serviceuser.Merge.Line;
import io.keyledger.console.serviceuser.Merge.Whose;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

class MergeTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID THREE = new UUID(1, 3);
    private static final Form BASE = form("name", "old", "", "team: data\n", ONE, TWO);

    @Test
    void whatOneTouchedIsHis() {
        Form theirs = form("renamed", "old", "", "team: data\n", ONE, TWO);
        Form mine = form("name", "old", "ada", "team: data\n", ONE, TWO);
        Merge merge = new Merge(BASE, theirs, mine, Map.of());
        assertThat(whose(merge)).isEqualTo(Map.of("username", Whose.THEIRS, "owner", Whose.MINE));
        assertThat(merge.isSettled()).isTrue();
        assertThat(merge.result().username()).isEqualTo("renamed");
        assertThat(merge.result().owner()).isEqualTo("ada");
    }

    @Test
    void ofListsWhatEitherDidIsDone() {
        Form theirs = form("name", "old", "", "team: data\n", TWO);
        Form mine = form("name", "old", "", "team: data\n", ONE, TWO, THREE);
        Merge merge = new Merge(BASE, theirs, mine, Map.of());
        assertThat(whose(merge)).isEqualTo(Map.of("groups", Whose.TOGETHER));
        assertThat(merge.result().groupIds()).containsExactlyInAnyOrder(TWO, THREE);
        Merge other = new Merge(BASE, mine, theirs, Map.of());
        assertThat(other.result().groupIds()).containsExactlyInAnyOrder(TWO, THREE);
    }

    @Test
    void labelsMergeOneByOneAndOnesThatBothChangedAreForChoosing() {
        Form theirs = form("name", "old", "", "team: search\ncost: 7\n", ONE, TWO);
        Form mine = form("name", "old", "", "region: eu\n", ONE, TWO);
        Merge open = new Merge(BASE, theirs, mine, Map.of());
        assertThat(whose(open))
                .isEqualTo(
                        Map.of(
                                "labels.cost", Whose.THEIRS,
                                "labels.region", Whose.MINE,
                                "labels.team", Whose.CONTESTED));
        assertThat(open.isSettled()).isFalse();
        Merge kept = new Merge(BASE, theirs, mine, Map.of("labels.team", Merge.THEIRS));
        assertThat(kept.isSettled()).isTrue();
        assertThat(kept.result().labelMap())
                .isEqualTo(Map.of("team", "search", "cost", "7", "region", "eu"));
        Merge dropped = new Merge(BASE, theirs, mine, Map.of("labels.team", Merge.MINE));
        assertThat(dropped.result().labelMap()).isEqualTo(Map.of("cost", "7", "region", "eu"));
    }

    @Test
    void whatBothMadeTheSameIsNoLine() {
        Form same = form("name", "new", "", "team: data\n", ONE);
        Merge merge = new Merge(BASE, same, same, Map.of());
        assertThat(merge.lines(Map.of())).isEmpty();
        assertThat(merge.result().description()).isEqualTo("new");
        assertThat(merge.result().groupIds()).containsExactly(ONE);
    }

    @Test
    void aChoiceThatIsNoneSettlesNothing() {
        Form theirs = form("name", "theirs", "", "team: data\n", ONE, TWO);
        Form mine = form("name", "mine", "", "team: data\n", ONE, TWO);
        assertThat(new Merge(BASE, theirs, mine, Map.of("description", "x")).isSettled()).isFalse();
        Merge chosen = new Merge(BASE, theirs, mine, Map.of("description", Merge.THEIRS));
        assertThat(chosen.result().description()).isEqualTo("theirs");
    }

    private static Map<String, Whose> whose(Merge merge) {
        return merge.lines(Map.of()).stream().collect(Collectors.toMap(Line::name, Line::whose));
    }

    private static Form form(
            String username, String description, String owner, String labels, UUID... groups) {
        return new Form(
                username,
                description,
                owner,
                labels,
                "",
                List.of(groups),
                List.of(),
                List.of(),
                1,
                null);
    }
}
