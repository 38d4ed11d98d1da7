package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import practice.Pushes;
import practice.facebook.MetaCallbacks;
import practice.instagram.InstagramLife;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.StringUtils;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Facebook and Instagram call by themselves when a person removes the app or wants
 * everything deleted (N-10).
 */
class MetaPushTests extends PushScene {

	private static final String SECRET = "practice-facebook-secret";

	private static final String REMOVED = "/webhooks/facebook/deauthorize";

	private static final String DELETION = "/webhooks/facebook/deletion";

	@Autowired
	JsonMapper json;

	@Test
	@DisplayName("N-10: who removes the app at Facebook is disconnected here at once, and told why")
	void hearsOfARemovedApp() {
		UUID channel = connected();
		NETWORKS.facebook().removeApp("ana");
		assertThat(NETWORKS.pushes().sent()).containsExactly(new Pushes.Sent(REMOVED, 200, ""));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@Test
	@DisplayName("N-10: the same at Instagram Login, with its own secret")
	void hearsOfARemovedEntry() {
		UUID channel = channel("anakocht");
		assertThat(this.browser
			.back(this.browser.consent(this.browser.leave(channel, new ProviderId("instagram")), "anakocht"))
			.diagnosis()).isNull();
		anHourLater();
		NETWORKS.life(InstagramLife.class).removeApp("anakocht");
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	@Test
	@DisplayName("7.1: a push is decided over all organizations")
	void hearsInEveryOrganization() {
		UUID here = connected();
		Viewer other = this.organizations.make("Other");
		UUID there = this.testChannels.instagram(other, this.creators.ana(other), "anakocht");
		this.walk.connect(other, there, "ana");
		anHourLater();
		NETWORKS.facebook().removeApp("ana");
		assertThat(standing(here).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(Tenancy.within(other.organizationId(), () -> this.connections.standing(there)).state())
			.isEqualTo(ConnectionState.INVALID);
	}

	@Test
	void tellsNothingTwice() throws Exception {
		UUID channel = connected();
		String request = signed(payload("90011", Instant.now()), SECRET);
		assertThat(send(REMOVED, request).getStatus()).isEqualTo(200);
		Instant since = standing(channel).since();
		assertThat(send(REMOVED, request).getStatus()).isEqualTo(200);
		assertThat(this.events.stream(ConnectionsBroken.class).flatMap((event) -> event.channelIds().stream()))
			.containsExactly(channel);
		assertThat(standing(channel).since()).isEqualTo(since);
	}

	@Test
	@DisplayName("N-8: what is older than the sign-in says nothing of it")
	void leavesANewerSignInAlone() throws Exception {
		UUID channel = connected();
		assertThat(
				send(REMOVED, signed(payload("90011", Instant.now().minus(Duration.ofHours(2))), SECRET)).getStatus())
			.isEqualTo(200);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isZero();
	}

	@Test
	@DisplayName("N-8: what is as old as the sign-in is asked for")
	void asksAboutTheSameMoment() throws Exception {
		UUID channel = channel("anakocht");
		connect(channel, "ana");
		assertThat(send(REMOVED, signed(payload("90011", Instant.now()), SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isEqualTo(1);
	}

	@Test
	void takesAPageThatRemovedTheApp() throws Exception {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("facebook", "anakocht"));
		assertThat(connect(channel, "ana").diagnosis()).isNull();
		anHourLater();
		String page = within(() -> this.channels.get(channel)).externalId();
		String payload = "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":" + Instant.now().getEpochSecond()
				+ ",\"user_id\":0,\"profile_id\":\"" + page + "\"}";
		assertThat(send(REMOVED, signed(payload, SECRET)).getStatus()).isEqualTo(200);
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	static Stream<String> forgeries() {
		String good = payload("90011", Instant.now());
		String signed = signed(good, SECRET);
		String[] halves = halves(signed);
		return Stream.of("401 " + signed(good, "another-secret"), "401 " + signed(good, "practice-instagram-secret"),
				"401 " + halves[0] + "." + halves(signed(payload("90012", Instant.now()), SECRET))[1],
				"401 " + signed.substring(0, signed.length() - 4), "401 " + halves[0].substring(4) + "." + halves[1],
				"400 " + halves[0], "400 ." + halves[1], "400 !!!." + halves[1], "400 ", "400 x", "401 AAAA.AAAA",
				"401 " + halves[0] + "." + halves[1] + "." + halves[1],
				"400 " + signed(good.replace("HMAC-SHA256", "none"), SECRET),
				"400 " + signed(good.replace("\"algorithm\":\"HMAC-SHA256\",", ""), SECRET),
				"400 " + signed("[]", SECRET), "400 " + signed("no json", SECRET), "400 " + signed("", SECRET),
				"400 " + signed(good.replace("issued_at", "sent_at"), SECRET),
				"400 " + signed(good.replace("user_id", "user"), SECRET),
				"401 " + signed(payload("90011", Instant.now().minus(Duration.ofDays(2))), SECRET),
				"401 " + signed(payload("90011", Instant.now().plus(Duration.ofHours(1))), SECRET));
	}

	@ParameterizedTest
	@MethodSource("forgeries")
	@DisplayName("N-10: what is not signed with the secret changes nothing")
	void refusesForgeries(String forgery) throws Exception {
		UUID channel = connected();
		int expected = Integer.parseInt(forgery.substring(0, 3));
		for (String address : List.of(REMOVED, DELETION)) {
			assertThat(send(address, forgery.substring(4)).getStatus()).isEqualTo(expected);
		}
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isZero();
		assertThat(refusal("facebook")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/webhooks/facebook", "/webhooks/facebook/other", "/webhooks/linkedin", "/webhooks/nobody",
			"/webhooks/a/b/c" })
	void listensNowhereElse(String address) throws Exception {
		assertThat(send(address, signed(payload("90011", Instant.now()), SECRET)).getStatus()).isEqualTo(404);
	}

	@Test
	void readsNoMoreThanItMust() throws Exception {
		assertThat(send(REMOVED, "x".repeat(70_000)).getStatus()).isEqualTo(413);
		assertThat(this.mvc.perform(get(REMOVED)).andReturn().getResponse().getStatus()).isEqualTo(400);
	}

	@Test
	@DisplayName("P-10: who wants everything deleted at Facebook is forgotten here, in every organization")
	void deletesWhatTheSignInTold() throws Exception {
		UUID channel = connected();
		assertThat(within(() -> this.channels.figures(channel))).isNotEmpty();
		this.jdbc
			.sql("insert into picture (organization_id, hash, size, content, content_type, stored_at) "
					+ "values (?, 'h', 96, '\\x00', 'image/jpeg', now())")
			.param(this.viewer.organizationId())
			.update();
		this.jdbc.sql(
				"insert into channel_picture (channel_id, organization_id, hash, fetched_at) values (?, ?, 'h', now()) "
						+ "on conflict (channel_id) do update set hash = 'h'")
			.params(channel, this.viewer.organizationId())
			.update();
		NETWORKS.facebook().askDeletion("ana");
		Pushes.Sent sent = NETWORKS.pushes().sent().getLast();
		assertThat(sent.status()).isEqualTo(200);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.DISCONNECTED);
		for (String table : List.of("social_login", "channel_figure", "channel_picture",
				"picture where hash = 'h' and organization_id", "reached_channel", "access_return",
				"offered_channel")) {
			assertThat(count(table)).as(table).isZero();
		}
		Channel kept = within(() -> this.channels.get(channel));
		assertThat(kept)
			.extracting(Channel::handle, Channel::externalId, Channel::displayName, Channel::followers,
					Channel::profileAt)
			.containsExactly("anakocht", null, null, null, null);
		JsonNode answer = this.json.readTree(sent.answer());
		assertThat(answer.get("url").asString()).isEqualTo("http://localhost:8080/deletion/" + code(answer));
		assertThat(page(code(answer), "en")).contains("Deletion of your data", "Facebook", "Your sign-in:",
				"Of 1 channel:");
	}

	@Test
	@DisplayName("P-10: a channel that was disconnected before is forgotten, too")
	void deletesWhatWasDisconnected() {
		UUID channel = connected();
		within(() -> this.connections.disconnect(this.viewer, channel));
		NETWORKS.facebook().askDeletion("ana");
		assertThat(within(() -> this.channels.get(channel)).followers()).isNull();
		assertThat(count("social_login")).isZero();
	}

	@Test
	@DisplayName("P-10: what waits for a member’s word is forgotten, and so is the name in the diagnosis")
	void deletesWhatWasOffered() {
		UUID channel = channel("somebody.else");
		assertThat(connect(channel, "ana").diagnosis()).isNotNull();
		assertThat(count("offered_channel")).isEqualTo(1);
		assertThat(detail(channel)).contains("ana");
		NETWORKS.facebook().askDeletion("ana");
		assertThat(count("offered_channel")).isZero();
		assertThat(count("offered_channel_picture")).isZero();
		assertThat(count("access_return")).isZero();
		assertThat(detail(channel)).doesNotContain("ana");
	}

	private String detail(UUID channel) {
		return this.jdbc.sql("select diagnosis_detail::text from sign_in_attempt where channel_id = ?")
			.param(channel)
			.query(String.class)
			.single();
	}

	@Test
	void deletesEachRequestOnce() throws Exception {
		connected();
		String request = signed(payload("90011", Instant.now()), SECRET);
		String first = send(DELETION, request).getContentAsString();
		UUID again = channel("anakocht.again");
		UUID channel = this.jdbc.sql("select channel_id from connection where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(UUID.class)
			.single();
		assertThat(connect(channel, "ana").diagnosis()).isNull();
		assertThat(send(DELETION, request).getContentAsString()).isEqualTo(first);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(again).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@ParameterizedTest
	@CsvSource({ "en, There was nothing left to delete", "de, Es gab nichts mehr zu löschen" })
	void tellsWhomItNeverKnew(String language, String told) throws Exception {
		String answer = send(DELETION, signed(payload("777", Instant.now().truncatedTo(ChronoUnit.SECONDS)), SECRET))
			.getContentAsString();
		assertThat(page(code(this.json.readTree(answer)), language)).contains(told);
	}

	@ParameterizedTest
	@CsvSource({ "en, No deletion with this code", "de, Keine Löschung mit diesem Code" })
	void knowsNoOtherCode(String language, String told) throws Exception {
		MockHttpServletResponse answer = this.mvc.perform(get("/deletion/nonsense").param("lang", language))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(404);
		assertThat(answer.getContentAsString()).contains(told);
	}

	private UUID connected() {
		UUID channel = channel("anakocht");
		assertThat(connect(channel, "ana").diagnosis()).isNull();
		anHourLater();
		return channel;
	}

	private MockHttpServletResponse send(String address, String request) throws Exception {
		return this.mvc
			.perform(post(address).contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.content("signed_request=" + request))
			.andReturn()
			.getResponse();
	}

	private String page(String code, String language) throws Exception {
		MockHttpServletResponse answer = this.mvc.perform(get("/deletion/" + code).param("lang", language))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(200);
		return answer.getContentAsString();
	}

	private static String code(JsonNode answer) {
		return answer.get("confirmation_code").asString();
	}

	private static String payload(String user, Instant at) {
		return "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":" + at.getEpochSecond() + ",\"expires\":"
				+ at.plusSeconds(3600).getEpochSecond() + ",\"user_id\":\"" + user + "\"}";
	}

	private static String[] halves(String signed) {
		return StringUtils.delimitedListToStringArray(signed, ".");
	}

	private static String signed(String payload, String secret) {
		return MetaCallbacks.signed(payload, secret);
	}

}
