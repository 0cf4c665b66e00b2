package ledger.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import ledger.domain.submission.SubmissionRefusal;

/**
 * A part of a workbook, read sign by sign and never trusted: no document type, no entities, no run of text without a
 * tag that would have to be held in memory, no more than a workbook may unpack to.
 */
final class XmlPart implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    XmlPart(InputStream packed, long packedSize) throws XMLStreamException {
        in = new Bounded(packed, packedSize);
        reader = FACTORY.createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Goes to the next tag or text; false at the end. */
    boolean advance() throws XMLStreamException {
        if (!reader.hasNext()) {
            return false;
        }
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw RefusedException.of(SubmissionRefusal.FILE_HAS_ENTITIES, "file");
        }
        return true;
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isText() {
        return reader.isCharacters();
    }

    /** Appends the text here, up to one sign more than a cell may have, so that one can tell it was too much. */
    void appendTo(StringBuilder text) {
        int room = CellText.LONGEST + 1 - text.length();
        text.append(reader.getTextCharacters(), reader.getTextStart(), Math.clamp(room, 0, reader.getTextLength()));
    }

    @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** An attribute in whatever name space the writing program chose for relations. */
    @Nullable String attributeOfAnySpace(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && reader.getAttributeNamespace(i) != null) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts what comes out of the zip against what went in. */
    private static final class Bounded extends FilterInputStream {
        private static final long LONGEST_RUN = 1 << 20;
        private static final long MOST_BYTES = 2L << 30;
        private static final long MOST_RATIO = 100;
        private static final long RATIO_DOES_NOT_MATTER_BELOW = 8 << 20;

        private final long packed;
        private long bytes;
        private long run;

        Bounded(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            for (int i = 0; i < count; i++) {
                byte sign = target[from + i];
                run = sign == '<' ? 0 : run + 1;
                // In the encodings that a workbook may have a zero byte means UTF-16, where the runs cannot be seen.
                if (sign == 0) {
                    throw RefusedException.of(SubmissionRefusal.FILE_DAMAGED, "file");
                }
            }
            bytes += Math.max(count, 0);
            if (run > LONGEST_RUN || bytes > MOST_BYTES
                    || bytes > RATIO_DOES_NOT_MATTER_BELOW && bytes / packed > MOST_RATIO) {
                throw RefusedException.of(SubmissionRefusal.FILE_UNPACKS_TOO_LARGE, "file");
            }
            return count;
        }
    }
}
