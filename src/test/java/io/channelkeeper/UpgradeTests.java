package io.channelkeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database that an earlier release made is brought up to date.
 */
class UpgradeTests {

	/** What the first release had. */
	private static final List<String> FIRST = List.of("V001", "V002", "V003", "V004", "V005", "V010", "V020", "V030",
			"V031", "V040", "V050", "V060");

	@TempDir
	Path migrations;

	@Test
	@DisplayName("a database of the first release takes what was numbered below its newest")
	void upgradesTheFirstRelease() throws IOException {
		String database = TestEnvironment.newDatabase();
		List<Path> all = all();
		for (Path file : all) {
			if (FIRST.contains(version(file))) {
				Files.copy(file, this.migrations.resolve(file.getFileName().toString()));
			}
		}
		Flyway.configure()
			.dataSource(database, "postgres", "postgres")
			.locations("filesystem:" + this.migrations)
			.load()
			.migrate();
		int later = Flyway.configure()
			.dataSource(database, "postgres", "postgres")
			.outOfOrder(isOutOfOrder())
			.load()
			.migrate().migrationsExecuted;
		assertThat(later).isEqualTo(all.size() - FIRST.size());
	}

	private static boolean isOutOfOrder() {
		YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
		settings.setResources(new ClassPathResource("application.yaml"));
		return settings.getObject() != null
				&& Boolean.parseBoolean(String.valueOf(settings.getObject().get("spring.flyway.out-of-order")));
	}

	private static List<Path> all() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
			return files.sorted(Comparator.naturalOrder()).toList();
		}
	}

	private static String version(Path file) {
		return file.getFileName().toString().substring(0, 4);
	}

}
