package ledger.api.demo;

import java.util.List;

/**
 * A body of the sample city that runs activities and records who served in them.
 *
 * @param kind as the register of organizations writes it, for example {@code team}
 * @param parent code of the body above it; empty for the authority
 * @param recorder who writes its rosters
 */
record SampleOrganization(
        String code,
        String name,
        String kind,
        String parent,
        String recorder,
        List<Activity> activities) {

    /** Something it does again and again, at one place or another. */
    record Activity(String name, String category, String personInCharge, List<String> places, String content) {}

    /** Whether minors may serve there: never in rescue work (R14). */
    boolean takesMinors() {
        return activities.stream().noneMatch(activity -> activity.category().equals("应急救援"));
    }

    /** Whether volunteers sign in and out at a machine there. */
    boolean hasKiosk() {
        return kind.equals("station") || kind.equals("community");
    }
}
