package ledger.domain.rulebook;

import ledger.domain.document.Place;

/** How hours are rounded where they are shown (R3). What is stored stays exact. */
public record Rounding(Policy policy, Per per) {

    /** The named ways to round. */
    public enum Policy {
        EXACT {
            @Override
            public int round(int minutes) {
                return minutes;
            }
        },
        /** Of each hour up to 15 minutes are none, up to 45 half an hour, more a whole one. */
        HALF_HOUR_BANDS {
            @Override
            public int round(int minutes) {
                int rest = minutes % 60;
                return minutes - rest + (rest <= 15 ? 0 : rest <= 45 ? 30 : 60);
            }
        },
        /** Whole hours only; what is begun is cut. */
        FLOOR_HOUR {
            @Override
            public int round(int minutes) {
                return minutes - minutes % 60;
            }
        };

        /** @return minutes, rounded */
        public abstract int round(int minutes);
    }

    /** What is rounded: each session before it is added, or the sum. */
    public enum Per {
        SESSION,
        TOTAL
    }

    public static final Rounding NONE = new Rounding(Policy.EXACT, Per.TOTAL);

    static Rounding read(Place place) {
        place.only("policy", "per");
        return new Rounding(place.at("policy").one(Policy.class), place.at("per").one(Per.class));
    }
}
