package io.keyledger.console.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Count;
import io.keyledger.client.api.Losses.Heads;
import io.keyledger.client.api.Losses.Loss;
import io.keyledger.client.api.Reach;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Who feels a change, and what it takes from them, in words. */
class ReachedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0|It reaches no service user and no person now, so that nobody feels it.",
                "1|1|0|1 service user and 1 key feel it at once.",
                "2|0|1|2 service users and 0 keys, and 1 person, feel it at once.",
                "0|0|1|1 person feels it at once; no key does.",
                "0|0|3|3 people feel it at once; no key does.",
            })
    void peopleAreToldAmongThoseWhoFeelIt(long users, long keys, long people, String told) {
        Reach reach = new Reach(count(users), count(keys), count(people), List.of(), List.of());
        assertThat(Reached.counted(reach)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0|0|nobody has it by this now",
                "1|0|0|0|lost to 1 service user",
                "1200|1|0|0|lost to 1,200 service users and 1 person",
                "0|2|1|0|lost to 2 people; 1 service user keeps it by something else",
                "0|1|1|1|lost to 1 person; 1 service user and 1 person keep it by something else",
                "0|0|1|0|lost to nobody: 1 service user has it by something else, too",
                "0|0|2|3|lost to nobody: 2 service users and 3 people have it by something else, too",
            })
    void whatIsLostIsToldByHowManyLoseItAndHowManyKeepIt(
            long losing, long peopleLosing, long keeping, long peopleKeeping, String told) {
        Loss loss =
                new Loss(
                        "catalog:view",
                        null,
                        new Heads(losing, peopleLosing),
                        new Heads(keeping, peopleKeeping));
        assertThat(Counted.taken(loss)).isEqualTo(told);
    }

    private static Count count(long count) {
        return new Count(count, true);
    }
}
