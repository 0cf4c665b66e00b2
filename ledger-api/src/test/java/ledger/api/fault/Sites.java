package ledger.api.fault;

import org.jspecify.annotations.Nullable;

/** One installation at a time, which serves as long as rounds want its like and it lives through them. */
final class Sites {

    private @Nullable Installation current;

    Installation at(Installation.Site site) {
        Installation known = current;
        if (known != null && known.site() == site) {
            return known;
        }
        leave();
        Installation fresh = Installation.start(site);
        current = fresh;
        return fresh;
    }

    void leave() {
        Installation known = current;
        current = null;
        if (known != null) {
            known.close();
            known.remove();
        }
    }

    /** A round failed on it: what its services wrote stays, to be read. */
    void giveUp() {
        Installation known = current;
        current = null;
        if (known != null) {
            System.out.println("what its services said is in " + known.directory());
            known.load().abandon();
            known.close();
        }
    }
}
