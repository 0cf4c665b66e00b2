package ledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import ledger.projections.LedgerJson;

/** Speaks to a running service as any other system would: over HTTP, with a token. */
final class LedgerClient {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final String token;

    LedgerClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** The service refused; its problem says why. */
    static final class ProblemException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ProblemException(int status, String body) {
            super(message(status, body));
        }

        private static String message(int status, String body) {
            try {
                JsonNode problem = LedgerJson.MAPPER.readTree(body);
                JsonNode zh = problem.path("texts").path("zh");
                JsonNode en = problem.path("texts").path("en");
                if (zh.isObject()) {
                    return zh.path("title").asString("") + " " + zh.path("advice").asString("") + "\n"
                            + en.path("title").asString("") + " " + en.path("advice").asString("")
                            + " (" + problem.path("code").asString("") + ")";
                }
            } catch (RuntimeException e) {
                return "HTTP " + status;
            }
            return "HTTP " + status + " " + body;
        }
    }

    LedgerClient as(String otherToken) {
        return new LedgerClient(port, otherToken);
    }

    JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    /**
     * Every page of a listing, one after the other.
     *
     * @param cursor under which name the {@code next} of a page is asked with
     */
    void pages(String path, Map<String, String> asked, String cursor, Consumer<JsonNode> page) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        JsonNode told;
        do {
            told = get(path + query(more));
            page.accept(told);
            more.put(cursor, told.path("next").asString(""));
        } while (told.hasNonNull("next"));
    }

    JsonNode post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** @param key names the request: repeated with the same key it changes nothing */
    JsonNode post(String path, Object body, String key) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(LedgerJson.write(body)))
                .build()));
    }

    void delete(String path) {
        json(send(request(path).DELETE().build()));
    }

    /** Send a file; each row's verdict is told as it comes, and the sums are returned. */
    JsonNode upload(String path, String contentType, BodyPublisher body, Consumer<JsonNode> verdict) {
        HttpRequest request = request(path)
                .header("Content-Type", contentType)
                .header("Accept", "application/x-ndjson")
                .POST(body)
                .build();
        JsonNode last = lines(request, line -> {
            if (line.has("verdict")) {
                verdict.accept(line);
            }
        });
        if (!last.has("rows")) {
            throw new IllegalStateException("the answer broke off: send the file again, nothing counts twice");
        }
        return last;
    }

    /** Ask for long work that answers line by line; each line is told as it comes, and the last is returned. */
    JsonNode postForLines(String path, Object body, Consumer<JsonNode> line) {
        return lines(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(LedgerJson.write(body)))
                        .build(),
                line);
    }

    private JsonNode lines(HttpRequest request, Consumer<JsonNode> told) {
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() >= 400) {
                    throw new ProblemException(response.statusCode(), String.join("", lines.toList()));
                }
                JsonNode last = LedgerJson.MAPPER.nullNode();
                for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                    last = LedgerJson.MAPPER.readTree(each.next());
                    told.accept(last);
                }
                return last;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Begin work that is answered later; the job. */
    JsonNode begin(String path, BodyPublisher body) {
        return json(send(request(path).header("Prefer", "respond-async").POST(body).build()));
    }

    /** The same with what is asked for as JSON. */
    JsonNode begin(String path, Object asked) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(LedgerJson.write(asked)))
                .build()));
    }

    /** Write an answer to a file, in the language of this machine. */
    void download(String path, Path target) {
        HttpRequest request = request(path)
                .header("Accept-Language", Locale.getDefault().toLanguageTag())
                .GET()
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= 400) {
                    throw new ProblemException(
                            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .map(all -> "?" + all)
                .orElse("");
    }

    /** A part of a path, whatever signs it has. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new ProblemException(response.statusCode(), response.body());
        }
        return response.body().isBlank() ? LedgerJson.MAPPER.nullNode() : LedgerJson.MAPPER.readTree(response.body());
    }
}
