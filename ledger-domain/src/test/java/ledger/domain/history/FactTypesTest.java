package ledger.domain.history;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactTypes.FactType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactTypesTest {

    @Test
    void everyFactOfTheDomainHasAName() throws Exception {
        assertThat(factsOfTheDomain())
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(FactTypes.all().stream().<Class<?>>map(FactType::type).toList());
    }

    @Test
    void everyPermittedSubtypeOfASealedEventHasAName() throws Exception {
        List<Class<?>> sealed = domainClasses().filter(Fact.class::isAssignableFrom).filter(Class::isSealed).toList();
        assertThat(sealed).contains(HourAccountEvent.class);
        sealed.stream().flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .filter(type -> !type.isSealed())
                .forEach(type -> assertThat(FactTypes.of(type).type()).isEqualTo(type));
    }

    @Test
    void namesAreUniqueAndLeadBackToTheirFact() {
        assertThat(FactTypes.all()).extracting(FactType::name).doesNotHaveDuplicates();
        FactTypes.all().forEach(type -> assertThat(FactTypes.named(type.name())).isEqualTo(type));
    }

    @Test
    void nothingUnnamedIsStored() {
        assertThatThrownBy(() -> FactTypes.of(String.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactTypes.named("Unheard")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Class<?>> factsOfTheDomain() throws IOException, URISyntaxException {
        return domainClasses().filter(Fact.class::isAssignableFrom).filter(type -> !type.isInterface()).toList();
    }

    private static Stream<Class<?>> domainClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(Fact.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(FactTypesTest::load)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, FactTypesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
