package ledger.projections.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

import ledger.domain.Digest;

/** One digest over facts in their order: SHA-256 over each position (8 bytes) and the SHA-256 of its envelope. */
public final class LogDigest {

    private final MessageDigest all = Digest.sha256();
    private final MessageDigest one = Digest.sha256();
    private long facts;

    public void add(StoredFact fact) {
        all.update(ByteBuffer.allocate(Long.BYTES).putLong(fact.position()).array());
        all.update(one.digest(Envelope.of(fact)));
        facts++;
    }

    public long facts() {
        return facts;
    }

    /** Lower-case hexadecimal; ends this digest. */
    public String hex() {
        return HexFormat.of().formatHex(all.digest());
    }
}
