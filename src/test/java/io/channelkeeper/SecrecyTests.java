package io.channelkeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.support.SealedColumn;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.TestSealers;
import io.channelkeeper.support.UnreadableSecretException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs last and looks back: no secret of any test before, in whichever process, stands in
 * clear in a log at DEBUG or in a database. Tokens are known from the sealed columns,
 * secret links from their hashes.
 */
@ApplicationTest
@Tag("alone")
@Order(Integer.MAX_VALUE)
class SecrecyTests {

	/** Table, column, and the column that holds the id of the place. */
	private static final List<List<String>> SEALED = List.of(List.of("social_login", "access_token", "id"),
			List.of("social_login", "refresh_token", "id"), List.of("connection", "channel_token", "channel_id"),
			List.of("sign_in_attempt", "verifier", "id"));

	/** Sealed JSON, whose tokens are those of {@link #TOKENS}. */
	private static final List<List<String>> SEALED_JSON = List.of(List.of("reached_channel", "reached_sealed", "id"),
			List.of("offered_channel", "grant_sealed", "id"), List.of("access_return", "grant_sealed", "id"));

	private static final Set<String> TOKENS = Set.of("access", "refresh", "token");

	private static final Map<String, List<String>> HASHED = Map.of("access_link", List.of("token_hash"),
			"invitation_link", List.of("token_hash"), "calendar_feed", List.of("token_hash"), "unsubscribe_link",
			List.of("token_hash"), "sign_in_attempt", List.of("state_hash", "browser_hash"));

	/** Hashes, pictures, and what libraries keep. */
	private static final Set<String> NOT_SEALED = Set.of("organization.logo", "access_link.token_hash",
			"spring_session_attributes.attribute_bytes", "scheduled_tasks.task_data", "sign_in_attempt.state_hash",
			"sign_in_attempt.browser_hash", "picture.content", "invitation_link.token_hash",
			"offered_channel_picture.large", "offered_channel_picture.small", "deletion_request.request_hash",
			"calendar_feed.token_hash", "unsubscribe_link.token_hash");

	private static final Set<String> CONFIGURED = Set.of("practice-facebook-secret", "practice-instagram-secret");

	private static final Map<TestRun, TestDatabases> BEFORE = new HashMap<>();

	@Autowired
	Sealer sealer;

	@Autowired
	JsonMapper json;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	List<SealedColumn> columns;

	@BeforeAll
	static void takeUpWhatWasLeftBehind() {
		TestRun.before().forEach((run) -> BEFORE.put(run, TestDatabases.of(run)));
		assertThat(BEFORE.isEmpty()).as("nothing to look back at").isNotEqualTo(TestRun.isLookingBack());
	}

	@AfterAll
	static void letItGo() throws IOException {
		for (var left : BEFORE.entrySet()) {
			left.getValue().close();
			left.getKey().forgetDatabases();
		}
		BEFORE.clear();
	}

	@Test
	@DisplayName("design 7.8: no secret in the log of the whole run at DEBUG")
	void noSecretStandsInTheLog() {
		Set<String> hashes = new HashSet<>();
		Set<String> tokens = new HashSet<>(CONFIGURED);
		for (TestDatabase database : databases()) {
			hashes.addAll(hashes(database));
			tokens.addAll(tokens(database));
		}

		logs().parallelStream().forEach((log) -> {
			assertThat(log.size()).isGreaterThan(100);
			assertThat(log.leaked(tokens)).isEmpty();
			assertThat(log.tokens((token) -> hashes.contains(hash(token)))).isEmpty();
		});
	}

	@Test
	@DisplayName("design 7.8: no secret in clear in a database")
	void noSecretStandsInADatabase() {
		for (TestDatabase database : databases()) {
			Set<String> hashes = hashes(database);
			Needles tokens = new Needles(tokens(database));
			database.tables().forEach((table) -> content(database, table).forEach((value) -> {
				assertThat(tokens.in(value)).as(table).isEmpty();
				assertThat(LogBook.tokensIn(value).stream().filter((token) -> hashes.contains(hash(token)))).as(table)
					.isEmpty();
			}));
		}
	}

	@Test
	@DisplayName("B-18: every column that may hold something sealed is sealed anew with a new key")
	void everySealedColumnIsDeclared() {
		assertThat(this.jdbc.sql("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = 'public' and data_type = 'bytea'
				""").query(String.class).list()).containsExactlyInAnyOrderElementsOf(
				Stream.concat(this.columns.stream().map(SealedColumn::name), NOT_SEALED.stream()).toList());
	}

	private static List<LogBook> logs() {
		return Stream.concat(Stream.of(TestRun.THIS), BEFORE.keySet().stream()).map(LogBook::new).toList();
	}

	private List<TestDatabase> databases() {
		List<TestDatabase> databases = new ArrayList<>();
		TestEnvironment.databases().forEach((url) -> databases.add(TestDatabase.at(url, this.sealer)));
		BEFORE.forEach((run, left) -> {
			Sealer theirs = TestSealers.of(run.keyset());
			left.urls().forEach((url) -> databases.add(TestDatabase.at(url, theirs)));
		});
		return databases.stream().filter((database) -> database.tables().contains("social_login")).toList();
	}

	private Set<String> tokens(TestDatabase database) {
		Set<String> tokens = new HashSet<>();
		SEALED.forEach((sealed) -> tokens.addAll(open(database, sealed)));
		SEALED_JSON
			.forEach((sealed) -> open(database, sealed).forEach((text) -> collect(this.json.readTree(text), tokens)));
		return tokens;
	}

	/** Every text below a field that is named like a token. */
	private static void collect(JsonNode node, Set<String> tokens) {
		node.forEachEntry((name, value) -> {
			if (TOKENS.contains(name)) {
				JsonNode token = value.isObject() ? value.path("value") : value;
				if (token.isString() && token.stringValue().length() >= 8) {
					tokens.add(token.stringValue());
				}
			}
		});
		node.forEach((child) -> collect(child, tokens));
	}

	/** What stands behind the seals of a column. */
	private static List<String> open(TestDatabase database, List<String> sealed) {
		String column = sealed.get(1);
		return database.jdbc()
			.sql("select organization_id, " + sealed.get(2) + " as place, " + column + " as sealed from "
					+ sealed.getFirst() + " where " + column + " is not null")
			.query((row, number) -> {
				SealedPlace place = new SealedPlace(row.getObject("organization_id", UUID.class),
						row.getObject("place", UUID.class), sealed.getFirst() + "." + column);
				return open(database.sealer(), row.getBytes("sealed"), place);
			})
			.list()
			.stream()
			.filter((text) -> text.length() >= 8)
			.toList();
	}

	/** Rows that a test made by hand hold no real seal. */
	private static String open(Sealer sealer, byte[] sealed, SealedPlace place) {
		try {
			return sealer.open(sealed, place);
		}
		catch (UnreadableSecretException ex) {
			return "";
		}
	}

	private static Set<String> hashes(TestDatabase database) {
		Set<String> hashes = new HashSet<>();
		HASHED.forEach((table,
				columns) -> columns.forEach((column) -> database.jdbc()
					.sql("select encode(" + column + ", 'hex') as hash from " + table)
					.query((row, number) -> row.getString("hash"))
					.list()
					.forEach(hashes::add)));
		return hashes;
	}

	private static List<String> content(TestDatabase database, String table) {
		return database.jdbc()
			.sql("select * from " + table)
			.query()
			.listOfRows()
			.stream()
			.flatMap((row) -> row.values().stream())
			.map(SecrecyTests::text)
			.toList();
	}

	private static String text(@Nullable Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
	}

	private static String hash(String token) {
		return HexFormat.of().formatHex(new SecretToken(token).hash());
	}

}
