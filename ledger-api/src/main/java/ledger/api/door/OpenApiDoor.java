package ledger.api.door;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of all doors (OpenAPI 3.1), for people and for programs that make a client of it. */
@RestController
@RequestMapping("/api/v1")
public class OpenApiDoor {

    /** Where the document lies on the class path. */
    public static final String DOCUMENT = "openapi/openapi.yaml";

    @GetMapping(value = "/openapi.yaml", produces = "application/yaml;charset=UTF-8")
    Resource document() {
        return new ClassPathResource(DOCUMENT);
    }
}
