package ledger.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.api.bench.Scenarios.Views;
import ledger.api.bench.floor.FloorStore;
import ledger.api.bench.stock.StockAxon;
import ledger.api.ground.FactLog;
import ledger.api.intake.RegisterIntake;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.log.StoredFact;

/** Where all meet: one database in a directory that is thrown away at the end, with the stores of all on it. */
final class Arena implements AutoCloseable {

    private static final int PAGE = 5_000;

    private final Path directory;
    private final OwnLedger own;
    private final StockAxon stock;
    private final FloorStore floor;
    private final City city;
    private final int volunteers;
    private @Nullable Rolls rolls;

    private Arena(Path directory, BenchOptions options) {
        this.directory = directory;
        own = OwnLedger.start(directory);
        own.take("organizations.csv", City.ORGANIZATIONS_CSV, (file, actor) ->
                own.get(RegisterIntake.class).takeOrganizations(file, actor, verdict -> { }));
        own.awaitViews(own.head());
        stock = StockAxon.open(own.url(), own.get(Rulebooks.class));
        floor = FloorStore.open(own.url());
        city = new City(own.get(Rulebooks.class).inEffect("default-cn", City.PEAK).edition(), options.seed());
        volunteers = options.share(City.SESSIONS_EACH);
    }

    static Arena open(BenchOptions options) {
        try {
            return new Arena(Files.createTempDirectory("ledger-bench"), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Let the views rest, so that writes alone are measured; or close all, so that the directory is free. */
    void enter(Views views) {
        if (views != Views.LIVE) {
            own.views().close();
        }
        if (views == Views.CLOSED) {
            closeAll();
        }
    }

    Path directory() {
        return directory;
    }

    OwnLedger own() {
        return own;
    }

    StockAxon stock() {
        return stock;
    }

    FloorStore floor() {
        return floor;
    }

    City city() {
        return city;
    }

    /** Files of those who are enrolled; no two are the same, whoever sends them. */
    Rolls rolls() {
        Rolls known = rolls == null ? new Rolls(this, volunteers) : rolls;
        rolls = known;
        return known;
    }

    /** The facts behind a position, as they are stored. */
    List<StoredFact> factsAfter(long position) {
        FactLog log = own.get(FactLog.class);
        List<StoredFact> all = new ArrayList<>();
        List<StoredFact> page;
        do {
            page = log.after(all.isEmpty() ? position : all.getLast().position(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private void closeAll() {
        stock.close();
        floor.close();
        own.close();
    }

    @Override
    public void close() {
        closeAll();
        delete(directory);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
