package ledger.projections.figure;

import java.util.List;

/**
 * What was served in a scope, as known at a position.
 *
 * @param total of the whole scope
 * @param rows by what was asked for, in the order of their keys; what has nothing is absent
 * @param registered volunteers registered at the end of the days, in the whole city
 */
public record Figures(long position, Row total, List<Row> rows, long registered) {

    public Figures {
        rows = List.copyOf(rows);
    }

    /**
     * @param key id, word or period; empty for what has none
     * @param personTimes 人次: certified entries
     * @param persons 人数: volunteers with one; {@link #NOT_COUNTED} where it was not asked for
     * @param minutes certified ones
     */
    public record Row(String key, long personTimes, long persons, long minutes) {}

    /** A row in the order of a measure; those that are equal share a rank, and the next one is as many further on. */
    public record Ranked(long rank, Row row) {}

    /**
     * @param complete whether all of the ranks asked for are told
     */
    public record Ranking(long position, List<Ranked> rows, boolean complete) {

        public Ranking {
            rows = List.copyOf(rows);
        }
    }

    public static final long NOT_COUNTED = -1;
}
