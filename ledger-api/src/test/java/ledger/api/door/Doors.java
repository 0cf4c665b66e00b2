package ledger.api.door;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import ledger.api.TestLedger;

/** The doors of a running ledger: every handler of this package, by method and path. */
record Doors(List<Door> all) {

    /** @param takesFiles whether it takes the same as another door, but as a file */
    record Door(String method, String path, boolean takesFiles) {

        String operation() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return operation() + (takesFiles ? " file" : "");
        }
    }

    static Doors of(TestLedger ledger) {
        WebApplicationContext context =
                Objects.requireNonNull(ledger.get(DispatcherServlet.class).getWebApplicationContext());
        return new Doors(context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mappings -> mappings.getHandlerMethods().entrySet().stream())
                .filter(mapping -> isDoor(mapping.getValue()))
                .flatMap(Doors::doors)
                .distinct()
                .toList());
    }

    private static boolean isDoor(HandlerMethod handler) {
        return handler.getBeanType().getPackage().equals(Doors.class.getPackage());
    }

    private static Stream<Door> doors(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        RequestMappingInfo info = mapping.getKey();
        boolean takesFiles = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.valueOf("text/csv")));
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Door(method, path, takesFiles)));
    }
}
