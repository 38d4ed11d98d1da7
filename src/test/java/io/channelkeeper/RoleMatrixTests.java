package io.channelkeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Who may do what with a channel, in whatever state: the matrix of roles, asked over HTTP
 * past every button, and printed.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTests {

	private static final String COLUMN = "%-24s";

	private final Map<Who, Viewer> viewers = new EnumMap<>(Who.class);

	private final Map<String, Map<Who, Outcome>> table = new LinkedHashMap<>();

	@Autowired
	TestOrganizations organizations;

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Viewer admin;

	private Viewer jonas;

	private Viewer mine;

	@BeforeAll
	void bringEverybodyTogether() {
		this.admin = this.organizations.make("Matrix");
		this.jonas = this.organizations.member(this.admin, Role.MANAGER);
		this.mine = this.organizations.member(this.admin, Role.MARKETER);
		this.viewers.putAll(Map.of(Who.ADMIN, this.admin, Who.MANAGER,
				this.organizations.member(this.admin, Role.MANAGER), Who.LOOKS_AFTER, this.mine, Who.LOOKS_AFTER_ONLY,
				this.mine, Who.LOOKS_AFTER_OTHERS, this.organizations.member(this.admin, Role.MARKETER)));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void followsTheMatrix(Who who, Deed deed, ConnectionState state) throws Exception {
		UUID creator = creator();
		UUID channel = channel(creator, state);
		if (deed == Deed.RENEW) {
			run("update connection set connected_by_member = null, connected_by_creator = true where channel_id = ?",
					channel);
		}
		run("update organization set marketers_may_connect = ? where id = ?", who.allowed, this.admin.organizationId());
		Outcome outcome = outcome(deed, creator, channel, Objects.requireNonNull(this.viewers.get(who)));
		this.table.computeIfAbsent("%-18s %s".formatted(deed.text, state), (key) -> new EnumMap<>(Who.class))
			.put(who, outcome);
		assertThat(outcome).isEqualTo(expected(who, deed, state));
	}

	@AfterAll
	void printTheTable() {
		run("update social_login set access_token = null where organization_id = ?", this.admin.organizationId());
		run("update picture_reading set wanted_at = null where organization_id = ?", this.admin.organizationId());
		StringBuilder text = new StringBuilder("\n%-34s%s%n".formatted("",
				Arrays.stream(Who.values()).map((who) -> COLUMN.formatted(who.text)).collect(Collectors.joining())));
		this.table.forEach((row,
				cells) -> text.append("%-34s%s%n".formatted(row,
						Arrays.stream(Who.values())
							.map((who) -> COLUMN.formatted((cells.get(who) != null) ? cells.get(who).text : ""))
							.collect(Collectors.joining()))));
		System.out.println(text);
	}

	static Stream<Arguments> cells() {
		return Arrays.stream(Deed.values())
			.flatMap((deed) -> Arrays.stream(ConnectionState.values())
				.flatMap((state) -> Arrays.stream(Who.values()).map((who) -> Arguments.of(who, deed, state))));
	}

	/** What design says. */
	private static Outcome expected(Who who, Deed deed, ConnectionState state) {
		boolean may = switch (deed) {
			case CONNECT, AS_OTHER, DISCONNECT -> who.mayConnect;
			case KIND, FETCH_ALL -> who.manages;
			case ASK, INVITE, RENEW, FETCH, FETCH_CREATORS -> true;
		};
		if (!may) {
			return Outcome.REFUSED;
		}
		return switch (deed) {
			case CONNECT, AS_OTHER -> (state == ConnectionState.NOT_ELIGIBLE) ? Outcome.OFF : Outcome.ALLOWED;
			case DISCONNECT -> state.hasLogin() ? Outcome.ALLOWED : Outcome.NOT_THERE;
			case ASK -> state.hasLogin() ? Outcome.ALLOWED : Outcome.NOTHING;
			case RENEW ->
				(state.isInterrupted() || state == ConnectionState.EXPIRING) ? Outcome.ALLOWED : Outcome.NOTHING;
			case INVITE, KIND, FETCH, FETCH_CREATORS, FETCH_ALL -> Outcome.ALLOWED;
		};
	}

	private Outcome outcome(Deed deed, UUID creator, UUID channel, Viewer viewer) throws Exception {
		MockHttpServletRequestBuilder request = switch (deed) {
			case CONNECT -> post("/channels/{id}/connect", channel).param("provider", "facebook");
			case AS_OTHER -> post("/channels/{id}/connect", channel).param("provider", "facebook").param("as", "other");
			case DISCONNECT, ASK -> post("/channels/{id}/" + deed.name().toLowerCase(Locale.ROOT), channel);
			case KIND -> post("/channels/{id}/kind", channel).param("kind", "PAID");
			case FETCH -> post("/channels/{id}/picture/fetch", channel);
			case FETCH_CREATORS -> post("/creators/{id}/picture/fetch", creator);
			case FETCH_ALL -> post("/pictures/fetch");
			case RENEW -> post("/creators/{id}/renew", creator).param("via", "COPY");
			case INVITE -> post("/creators/{id}/invite", creator).param("action", "copy")
				.param("channels", channel.toString())
				.param("language", "de");
		};
		MockHttpServletResponse answer = this.mvc
			.perform(request.with(csrf()).with(this.organizations.signedIn(viewer)))
			.andReturn()
			.getResponse();
		return switch (answer.getStatus()) {
			case 200 -> Outcome.ALLOWED;
			case 302, 303 ->
				(deed == Deed.RENEW || (deed == Deed.ASK && !isAsked(channel))) ? Outcome.NOTHING : Outcome.ALLOWED;
			case 403 -> Outcome.REFUSED;
			case 404 -> Outcome.NOT_THERE;
			case 422 -> Outcome.OFF;
			default -> throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString());
		};
	}

	private boolean isAsked(UUID channel) {
		return this.jdbc
			.sql("select exists (select 1 from reconnect_request where channel_id = ? and ended_at is null)")
			.param(channel)
			.query(Boolean.class)
			.single();
	}

	private UUID creator() {
		UUID id = Ids.next();
		run("""
				insert into creator (id, version, organization_id, name, language, looked_after_by, created_at)
				values (?, 0, ?, 'Ana Kocht', 'de', ?, ?)""", id, this.admin.organizationId(), this.mine.memberId(),
				at(this.clock.instant()));
		return id;
	}

	private UUID channel(UUID creator, ConnectionState state) {
		UUID id = Ids.next();
		Instant now = this.clock.instant();
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
				values (?, 0, ?, ?, 'instagram', ?, ?, ?)""", id, this.admin.organizationId(), creator,
				id.toString().replace('-', '_'), id.toString().replace('-', '_'), at(now));
		if (state == ConnectionState.NOT_ELIGIBLE) {
			run("""
					update channel set ineligible_reason = 'PERSONAL', ineligible_source = 'MEMBER', ineligible_at = ?,
						ineligible_by = ? where id = ?""", at(now), this.jonas.memberId(), id);
		}
		else if (state == ConnectionState.INVITED) {
			run("insert into asked_channel (channel_id, organization_id, asked_at, asked_until) values (?, ?, ?, ?)",
					id, this.admin.organizationId(), at(now), at(now.plus(Duration.ofDays(9))));
		}
		else if (state == ConnectionState.DISCONNECTED) {
			connection(id, null, now);
			run("update connection set disconnected_at = ? where channel_id = ?", at(now), id);
		}
		else if (state.hasLogin()) {
			connection(id, login(state, now), now);
		}
		assertThat(this.jdbc.sql("select state from connection_state(?) where channel_id = ?")
			.params(at(now), id)
			.query(String.class)
			.single()).isEqualTo(state.name());
		return id;
	}

	private UUID login(ConnectionState state, Instant now) {
		UUID id = Ids.next();
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline_source, connected_at, connected_by_member)
				values (?, 0, ?, 'facebook', ?, '{}', '\\x00', 'NONE', ?, ?)""",
				id, this.admin.organizationId(), id.toString(), at(now), this.jonas.memberId());
		switch (state) {
			case EXPIRING ->
				run("update social_login set deadline = ? where id = ?", at(now.plus(Duration.ofDays(3))), id);
			case EXPIRED -> run("update social_login set deadline = ? where id = ?", at(now.minusSeconds(1)), id);
			case INVALID -> run("""
					update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = ? where id = ?""",
					at(now), id);
			case UNREADABLE -> run("update social_login set unreadable_since = ? where id = ?", at(now), id);
			default -> {
				// Connected, and nothing wrong.
			}
		}
		return id;
	}

	private void connection(UUID channel, @Nullable UUID login, Instant now) {
		run("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_member)
				values (?, 0, ?, ?, '{}', '{}', ?, ?)""", channel, this.admin.organizationId(), login, at(now),
				this.jonas.memberId());
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	private static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	/** Who tries. */
	enum Who {

		ADMIN("admin", false), MANAGER("manager", false), LOOKS_AFTER("marketer, allowed", true),
		LOOKS_AFTER_ONLY("marketer, not allowed", false), LOOKS_AFTER_OTHERS("marketer of others", true);

		private final String text;

		/** Whether the organization lets marketers connect. */
		private final boolean allowed;

		private final boolean manages;

		private final boolean mayConnect;

		Who(String text, boolean allowed) {
			this.text = text;
			this.allowed = allowed;
			this.manages = !text.startsWith("marketer");
			this.mayConnect = this.manages || text.equals("marketer, allowed");
		}

	}

	/** What is tried. */
	enum Deed {

		CONNECT("connect, reconnect"), AS_OTHER("as someone else"), DISCONNECT("disconnect"), ASK("ask a colleague"),
		INVITE("invite"), RENEW("ask to renew"), KIND("kind"), FETCH("fetch a picture"),
		FETCH_CREATORS("fetch a creator’s"), FETCH_ALL("fetch all pictures");

		private final String text;

		Deed(String text) {
			this.text = text;
		}

	}

	/** What comes of it. */
	enum Outcome {

		ALLOWED("allowed"), REFUSED("refused"), OFF("off"), NOT_THERE("nothing there"), NOTHING("nothing to ask");

		private final String text;

		Outcome(String text) {
			this.text = text;
		}

	}

}
