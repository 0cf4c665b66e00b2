package ledger.projections;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the ledger keeps it: readable, absent values left out, properties in the order of their record. */
public final class LedgerJson {

    public static final JsonMapper MAPPER = customize(JsonMapper.builder()).build();

    private LedgerJson() {}

    public static JsonMapper.Builder customize(JsonMapper.Builder builder) {
        return builder
                .addModule(new RecordsAndDates())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(value -> value
                        .withValueInclusion(JsonInclude.Include.NON_NULL)
                        .withContentInclusion(JsonInclude.Include.NON_NULL));
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
