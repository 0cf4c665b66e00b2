package ledger.domain.recognition;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How surely the text of a scheme is known. */
public enum Confidence {
    /** Its primary text was read. */
    @JsonProperty("verbatim")
    VERBATIM,
    /** The passage was read in a copy. */
    @JsonProperty("secondary")
    SECONDARY,
    /** Only somebody else's words about it were read. */
    @JsonProperty("paraphrase")
    PARAPHRASE,
    /** Made for a sample; no such programme exists. */
    @JsonProperty("invented")
    INVENTED;

    /** Whether an operator must sign before it is used: its words may not be those of its body. */
    public boolean isUnverified() {
        return this == SECONDARY || this == PARAPHRASE;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
