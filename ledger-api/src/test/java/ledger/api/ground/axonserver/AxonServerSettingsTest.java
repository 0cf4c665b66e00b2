package ledger.api.ground.axonserver;

import java.util.Map;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the connector itself can be told goes to it under its own names. */
class AxonServerSettingsTest {

    private static AxonServerConfiguration configuration(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, settings));
        return AxonServerStorage.configuration("one:8124,two:8125", environment);
    }

    @Test
    void theContextTheTokenAndTheCertificateArePassedOn() {
        AxonServerConfiguration configuration = configuration(Map.of(
                "AXON_AXONSERVER_CONTEXT", "hours", "AXON_AXONSERVER_TOKEN", "secret",
                "AXON_AXONSERVER_SSL_ENABLED", "true", "AXON_AXONSERVER_CERT_FILE", "server.pem"));
        assertThat(configuration.getContext()).isEqualTo("hours");
        assertThat(configuration.getToken()).isEqualTo("secret");
        assertThat(configuration.isSslEnabled()).isTrue();
        assertThat(configuration.getCertFile()).isEqualTo("server.pem");
    }

    @Test
    void withoutThemTheServersAreThoseOfTheLedgerAndTheContextIsTheDefaultOne() {
        AxonServerConfiguration configuration = configuration(Map.of("AXON_AXONSERVER_SERVERS", "three:8124"));
        assertThat(configuration.getServers()).isEqualTo("one:8124,two:8125");
        assertThat(configuration.getContext()).isEqualTo("default");
        assertThat(configuration.isSslEnabled()).isFalse();
        assertThat(configuration.getClientId()).isNotEqualTo(configuration(Map.of()).getClientId());
    }
}
