package io.channelkeeper.portfolio;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole list, page by page, against what the database says of every single channel.
 */
@ApplicationTest
class ConnectionListTests {

	private static final int COUNT = 600;

	private static final List<ConnectionState> BY_URGENCY = List.of(ConnectionState.UNREADABLE, ConnectionState.INVALID,
			ConnectionState.EXPIRED, ConnectionState.EXPIRING, ConnectionState.CONNECTED, ConnectionState.DISCONNECTED);

	@Autowired
	TestOrganizations organizations;

	@Autowired
	ManyConnections many;

	@Autowired
	ConnectionList list;

	@Autowired
	ConnectionSearch search;

	@Autowired
	JsonMapper json;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Viewer viewer;

	@BeforeEach
	void makeConnections() {
		this.many.make(this.organizations.make("Other"), 60);
		this.viewer = this.organizations.make("Atelier");
		this.many.make(this.viewer, COUNT);
	}

	@AfterEach
	void forgetConnections() {
		this.many.forget(this.viewer);
	}

	@Test
	@DisplayName("M-2: every connection once, the most urgent first, over ties and pages")
	void listsByUrgency() {
		List<ConnectionRow> rows = all(ConnectionFilter.NONE);
		assertThat(rows).hasSize(COUNT);
		assertThat(ids(rows)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(states().keySet());
		assertThat(rows.stream().map((row) -> BY_URGENCY.indexOf(row.channel().state())).toList()).isSorted();
		assertThat(rows).extracting((row) -> row.channel().state())
			.contains(BY_URGENCY.toArray(ConnectionState[]::new));
		for (ConnectionState state : List.of(ConnectionState.EXPIRED, ConnectionState.EXPIRING,
				ConnectionState.CONNECTED)) {
			List<ConnectionRow> same = rows.stream().filter((row) -> row.channel().state() == state).toList();
			assertThat(same.stream().map((row) -> row.channel().renewBy()).filter(Objects::nonNull).toList())
				.isSorted();
		}
		assertThat(rows.stream().map(ConnectionRow::creatorName).distinct().count()).isGreaterThan(100);
	}

	@Test
	@DisplayName("M-2: all channels of a sign-in together, the worst sign-in first")
	void groupsBySignIn() {
		List<ConnectionRow> rows = all(ConnectionFilter.NONE.byLogin());
		assertThat(ids(rows)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(states().keySet());
		List<UUID> logins = new ArrayList<>();
		for (ConnectionRow row : rows) {
			UUID login = (row.loginId() != null) ? row.loginId() : ConnectionCursor.NOBODY;
			if (logins.isEmpty() || !logins.getLast().equals(login)) {
				logins.add(login);
			}
		}
		assertThat(logins).doesNotHaveDuplicates().endsWith(ConnectionCursor.NOBODY);
		Map<UUID, Integer> worst = rows.stream()
			.filter((row) -> row.loginId() != null)
			.collect(Collectors.toMap(ConnectionRow::loginId, (row) -> BY_URGENCY.indexOf(row.channel().state()),
					Math::min));
		assertThat(logins.stream().limit(logins.size() - 1L).map(worst::get).toList()).isSorted();
	}

	@ParameterizedTest
	@EnumSource
	void showsWhatIsInFocus(ConnectionFocus focus) {
		Map<UUID, ConnectionState> states = states();
		List<UUID> expected = states.keySet().stream().filter((id) -> isIn(focus, states.get(id))).toList();
		assertThat(expected).isNotEmpty();
		ConnectionFilter filter = new ConnectionFilter(null, null, focus, null, false, false, false);
		assertThat(ids(all(filter))).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(ids(all(filter.byLogin()))).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void filtersByWhoseAndWhat() {
		this.jdbc
			.sql("update channel set kind = 'PAID' where organization_id = ? and handle in ('handle17', 'handle40')")
			.param(this.viewer.organizationId())
			.update();
		assertThat(all(new ConnectionFilter(null, null, null, ChannelKind.PAID, false, false, false)))
			.extracting((row) -> row.channel().handle())
			.containsExactly("handle17", "handle40");
		assertThat(all(new ConnectionFilter("@HANDLE59", null, null, null, false, false, false))).hasSize(11);
		assertThat(all(new ConnectionFilter("creator 7", null, null, null, false, false, true))).hasSize(55);
		assertThat(all(new ConnectionFilter("100%", null, null, null, false, false, false))).isEmpty();
		assertThat(all(new ConnectionFilter(null, "facebook", null, null, false, false, false))).hasSize(COUNT / 2);
		assertThat(all(new ConnectionFilter(null, null, null, null, true, false, false))).hasSize(COUNT / 10)
			.allMatch((row) -> this.viewer.memberId().equals(row.lookedAfterBy()));
		assertThat(all(new ConnectionFilter(null, null, null, null, false, true, true))).hasSize(COUNT / 3)
			.allMatch((row) -> "Ada Admin".equals(row.connectedBy()) && !row.byCreator());
	}

	@Test
	@DisplayName("a login that lost its token unnoticed, and creators who were put away")
	void knowsTheOddOnes() {
		UUID odd = all(new ConnectionFilter("handle99", null, null, null, false, false, false)).getFirst().loginId();
		this.jdbc.sql("update social_login set access_token = null where id = ?").param(odd).update();
		this.jdbc.sql("update creator set archived_at = created_at where organization_id = ? and name = 'Creator 100'")
			.param(this.viewer.organizationId())
			.update();
		List<ConnectionRow> rows = all(ConnectionFilter.NONE);
		assertThat(rows).hasSize(COUNT - 5).noneMatch((row) -> row.creatorName().equals("Creator 100"));
		assertThat(rows.stream().map((row) -> BY_URGENCY.indexOf(row.channel().state())).toList()).isSorted();
		assertThat(rows).filteredOn((row) -> Objects.equals(row.loginId(), odd))
			.hasSize(5)
			.allMatch((row) -> row.channel().state() == ConnectionState.INVALID);
		assertThat(ids(all(ConnectionFilter.NONE.byLogin()))).containsExactlyInAnyOrderElementsOf(ids(rows));
	}

	@Test
	void nonsenseBeginsAtTheStart() {
		List<ConnectionRow> first = page(ConnectionFilter.NONE, null).rows();
		for (String nonsense : List.of("", "x", "9.1.2.3.4", "2.never", "2.99999999999999999999.0.1.0", "0'--")) {
			assertThat(page(ConnectionFilter.NONE, nonsense).rows()).isEqualTo(first);
		}
		String end = "3.0." + ConnectionCursor.NOBODY + ".1." + ConnectionCursor.NOBODY;
		assertThat(page(ConnectionFilter.NONE, end).rows()).isEmpty();
		assertThat(
				page(new ConnectionFilter(null, null, ConnectionFocus.EXPIRED, null, false, false, false), end).rows())
			.isEmpty();
	}

	@Test
	@DisplayName("of 10,000 connections those that work are found by their deadline")
	void looksUpWhatItShows() {
		readsLittle(10_000, 20_000);
	}

	@Test
	@Tag("benchmarks")
	@DisplayName("of 50,000 connections hardly more rows are read than a page shows")
	void readsOnlyWhatItShows() {
		readsLittle(50_000, 5_000);
	}

	@Test
	@DisplayName("H-19: when a login was last checked is read without looking at the others")
	void findsTheLastCheck() {
		Viewer lots = this.organizations.make("Lots");
		this.many.make(lots, 10_000);
		try {
			this.jdbc.sql("update social_login set checked_at = connected_at where organization_id = ?")
				.param(lots.organizationId())
				.update();
			this.jdbc.sql("analyze social_login").update();
			JsonNode plan = this.json
				.readTree(this.jdbc.sql("explain (analyze, format json) " + ReconnectPlaces.LAST_CHECKED)
					.param("organization", lots.organizationId())
					.query(String.class)
					.single());
			assertThat(plan.findValuesAsString("Index Name")).containsExactly("social_login_by_check");
			assertThat(touched(plan)).isLessThanOrEqualTo(2);
		}
		finally {
			this.many.forget(lots);
		}
	}

	private void readsLittle(int count, int most) {
		Viewer lots = this.organizations.make("Lots");
		this.many.make(lots, count);
		try {
			ConnectionFilter expiring = new ConnectionFilter(null, null, ConnectionFocus.EXPIRING, null, false, false,
					false);
			for (ConnectionFilter filter : List.of(ConnectionFilter.NONE, ConnectionFilter.NONE.byLogin(), expiring)) {
				ConnectionCursor after = null;
				for (int page = 0; page < 3; page++) {
					JsonNode plan = plan(lots, filter, after);
					assertThat(plan.findValuesAsString("Index Name")).contains("social_login_by_deadline");
					assertThat(touched(plan)).as("%s after %s", filter, after).isLessThan(most);
					after = found(lots, filter, after).getLast();
				}
			}
		}
		finally {
			this.many.forget(lots);
		}
	}

	private List<ConnectionCursor> found(Viewer lots, ConnectionFilter filter, @Nullable ConnectionCursor after) {
		return Tenancy.within(lots.organizationId(), () -> this.search.find(lots, filter, after, 51));
	}

	private JsonNode plan(Viewer lots, ConnectionFilter filter, @Nullable ConnectionCursor after) {
		Map<String, Object> values = Tenancy.within(lots.organizationId(),
				() -> this.search.values(lots, filter, after, 51));
		return this.json.readTree(this.jdbc.sql("explain (analyze, format json) " + this.search.sql(filter, after))
			.params(values)
			.query(String.class)
			.single());
	}

	private static long touched(JsonNode plan) {
		return plan.findParents("Relation Name").stream().mapToLong(ConnectionListTests::rows).sum();
	}

	private static long rows(JsonNode scan) {
		double each = scan.path("Actual Rows").asDouble() + scan.path("Rows Removed by Filter").asDouble();
		return Math.round(each * scan.path("Actual Loops").asDouble());
	}

	private static boolean isIn(ConnectionFocus focus, @Nullable ConnectionState state) {
		return (focus == ConnectionFocus.INTERRUPTED) ? state != null && state.isInterrupted()
				: String.valueOf(state).equals(focus.name());
	}

	private Map<UUID, ConnectionState> states() {
		return this.jdbc
			.sql("""
					select s.channel_id, s.state from connection_state(:now) s join connection k on k.channel_id = s.channel_id
					where s.organization_id = :organization""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", this.viewer.organizationId())
			.query((row, number) -> Map.entry(row.getObject(1, UUID.class), ConnectionState.valueOf(row.getString(2))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static List<UUID> ids(List<ConnectionRow> rows) {
		return rows.stream().map((row) -> row.channel().id()).toList();
	}

	private List<ConnectionRow> all(ConnectionFilter filter) {
		List<ConnectionRow> rows = new ArrayList<>();
		ConnectionPage page = page(filter, null);
		rows.addAll(page.rows());
		while (page.next() != null) {
			assertThat(page.rows()).hasSize(ConnectionList.PAGE_SIZE);
			page = page(filter, page.next());
			rows.addAll(page.rows());
		}
		return Collections.unmodifiableList(rows);
	}

	private ConnectionPage page(ConnectionFilter filter, @Nullable String after) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.list.page(this.viewer, filter, after));
	}

}
