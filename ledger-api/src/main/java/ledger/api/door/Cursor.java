package ledger.api.door;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;

/**
 * Where the next page of a listing goes on. All pages of one listing speak of one position, whatever happens meanwhile.
 *
 * @param position up to which the listing is true
 * @param after position of the last thing shown
 */
record Cursor(long position, long after) {

    /**
     * @param text as it was handed out; absent for the first page
     * @throws RefusedException when it is no cursor of ours
     */
    static Cursor read(@Nullable String text, long position) {
        if (text == null || text.isBlank()) {
            return new Cursor(position, 0);
        }
        if (!text.matches("\\d{1,18}-\\d{1,18}")) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "cursor");
        }
        String[] parts = text.split("-", -1);
        return new Cursor(Math.min(Long.parseLong(parts[0]), position), Long.parseLong(parts[1]));
    }

    Cursor past(long position) {
        return new Cursor(this.position, position);
    }

    @Override
    public String toString() {
        return position + "-" + after;
    }
}
