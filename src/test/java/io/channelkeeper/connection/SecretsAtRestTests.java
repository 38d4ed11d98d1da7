package io.channelkeeper.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import practice.Books;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A dump of the database tells no secret, whatever a sign-in came to.
 */
class SecretsAtRestTests extends SignInScene {

	@Autowired
	OfferedChannels offers;

	@Test
	void standNowhereInClear() {
		List<String> secrets = new ArrayList<>(List.of("practice-facebook-secret"));
		int before = NETWORKS.books().issued().size();
		UUID id = channel("anakocht");
		Departure departure = this.browser.departure(id, null);
		secrets.add(departure.cookie().getValue());
		secrets.add(PracticeBrowser.query(departure.address()).get("state"));
		URI back = this.browser.consent(departure.address().toString(), "ana");
		secrets.add(PracticeBrowser.code(back));
		this.browser.back(back);
		SignInEnd other = connect(channel("finnotto"), "finn");
		within(() -> this.offers.offer(other.attemptId()));
		this.browser.leave(id);
		NETWORKS.books().issued().stream().skip(before).map(Books.Issued::value).forEach(secrets::add);
		assertThat(secrets).hasSizeGreaterThan(8);
		List<String> rows = dump();
		List<String> told = secrets.stream()
			.filter((secret) -> rows.stream().anyMatch((row) -> tells(row, secret)))
			.toList();
		assertThat(told).isEmpty();
		assertThat(count("reached_channel")).isEqualTo(1);
	}

	@Test
	void areMaskedWhereTheyArePrinted() {
		Departure departure = this.browser.departure(channel("anakocht"), null);
		assertThat(departure.toString()).isEqualTo("Departure[Facebook]");
	}

	private List<String> dump() {
		List<String> tables = this.jdbc.sql("""
				select table_name from information_schema.tables
				where table_schema = 'public' and table_type = 'BASE TABLE'""")
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
		assertThat(tables).contains("social_login", "sign_in_attempt", "offered_channel", "spring_session_attributes");
		List<String> rows = new ArrayList<>();
		for (String table : tables) {
			this.jdbc.sql("select row::text from " + table + " row")
				.query((row, number) -> String.valueOf(row.getString(1)))
				.list()
				.forEach(rows::add);
		}
		return rows;
	}

	/** Bytes stand in a dump as hexadecimal digits. */
	private static boolean tells(String row, String secret) {
		return row.contains(secret) || row.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
	}

}
