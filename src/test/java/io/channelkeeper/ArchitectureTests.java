package io.channelkeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the code must look like, as far as a machine can see it.
 */
@AnalyzeClasses(packages = "io.channelkeeper", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern METHOD_HEAD = Pattern
		.compile("^\t+(?!return|throw|new|else|case)[\\w@<][^;={]*\\)[^;=]*\\{$");

	/** A line that the next one goes on with; annotations stand for themselves. */
	private static final Pattern WRAPPED = Pattern.compile("^\t+(?!@|\\*|/)\\S.*[,(\\w]$");

	@ArchTest
	static final ArchRule ONE_CLOCK = noClasses().that()
		.haveSimpleNameNotEndingWith("ClockConfiguration")
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(ZonedDateTime.class, "now")
		.orShould()
		.callMethod(OffsetDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(Clock.class, "systemDefaultZone");

	@ArchTest
	static final ArchRule NO_FIELD_INJECTION = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class);

	@ArchTest
	static final ArchRule ENTITIES_STAY_AT_HOME = classes().that()
		.areAnnotatedWith(Entity.class)
		.or()
		.areAssignableTo(Repository.class)
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule CONTROLLERS_STAY_AT_HOME = classes().that()
		.areAnnotatedWith(Controller.class)
		.or()
		.areAnnotatedWith(RestController.class)
		.should()
		.bePackagePrivate()
		.andShould()
		.resideInAPackage("..web..")
		.andShould(haveAtMostThreeCollaborators())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule NAMES_OF_THE_DOMAIN = noClasses().should()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveSimpleNameEndingWith("Dto")
		.orShould()
		.haveSimpleNameEndingWith("Manager")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("Util")
		.orShould()
		.haveSimpleNameEndingWith("Utils")
		.orShould(haveANameLongerThan(32));

	@ArchTest
	static final ArchRule FEATURES_DO_NOT_KNOW_PAGES = noClasses().that()
		.resideOutsideOfPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.ui..", "org.springframework.web.servlet..");

	@Test
	void classesStayBelow300LinesAndMethodsBelow40() throws IOException {
		List<String> tooLong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				measure(file, tooLong);
			}
		}
		assertThat(tooLong).isEmpty();
	}

	private static void measure(Path file, List<String> tooLong) throws IOException {
		List<String> lines = Files.readAllLines(file);
		if (lines.size() > 300) {
			tooLong.add(file + ": " + lines.size() + " lines");
		}
		for (int start = 0; start < lines.size(); start++) {
			String head = lines.get(start);
			if (METHOD_HEAD.matcher(head).matches()) {
				String first = firstLineOfHead(lines, start);
				String end = first.substring(0, first.length() - first.stripLeading().length()) + "}";
				int length = lines.subList(start, lines.size()).indexOf(end) - 1;
				if (length > 40) {
					tooLong.add(file + ":" + (start + 1) + ": a method of " + length + " lines");
				}
			}
		}
	}

	/** A head may take several lines; its body ends below the first of them. */
	private static String firstLineOfHead(List<String> lines, int last) {
		int first = last;
		while (WRAPPED.matcher(lines.get(first - 1)).matches()) {
			first--;
		}
		return lines.get(first);
	}

	private static ArchCondition<JavaClass> haveAtMostThreeCollaborators() {
		return new ArchCondition<>("have at most three collaborators") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (JavaConstructor constructor : type.getConstructors()) {
					int count = ((JavaCodeUnit) constructor).getRawParameterTypes().size();
					events.add(new SimpleConditionEvent(type, count <= 3, type.getName() + " has " + count));
				}
			}
		};
	}

	private static ArchCondition<JavaClass> haveANameLongerThan(int limit) {
		return ArchCondition.from(new DescribedPredicate<>("have a name longer than " + limit) {
			@Override
			public boolean test(JavaClass type) {
				return type.getSimpleName().length() > limit;
			}
		});
	}

}
