package ledger.api.ground;

import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/** What an installation decided about itself once, kept with its data. */
public final class Settings {

    /** Time zone of the ledger, fixed at its first start. */
    public static final String ZONE = "zone";
    /** Present when the ledger holds the sample city: {@code loading} or {@code loaded}. */
    public static final String DEMO = "demo";
    /** The day whose round was done last, by whichever node. */
    public static final String ROUND = "round";

    /** Where the facts of this installation are, fixed at its first start. */
    public static final String EVENT_STORE = "event-store";

    /** The invented award that belongs to the sample city alone. */
    public static final String DEMO_SCHEME = "sample-city-annual";

    private final JdbcTemplate jdbc;

    public Settings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> get(String name) {
        return jdbc.queryForList("SELECT value FROM reference.setting WHERE name = ?", String.class, name).stream()
                .findFirst();
    }

    public void put(String name, String value) {
        jdbc.update(
                """
                INSERT INTO reference.setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                name, value);
    }

    /** The value that stands, setting it now where there is none. */
    public String fix(String name, String value) {
        jdbc.update("INSERT INTO reference.setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
        return get(name).orElseThrow();
    }

    /** Facts stay where they were first kept: a database that has followed one store is no use to another. */
    public void keepEventStore(String store) {
        String kept = fix(EVENT_STORE, holdsFacts() ? LedgerProperties.POSTGRES : store);
        if (!kept.equals(store)) {
            throw new IllegalStateException("this ledger keeps its facts in " + kept
                    + ": set LEDGER_EVENT_STORE=" + kept + ", or begin with a new database");
        }
    }

    private boolean holdsFacts() {
        return !jdbc.queryForList("SELECT 1 FROM facts.event LIMIT 1", Integer.class).isEmpty();
    }
}
