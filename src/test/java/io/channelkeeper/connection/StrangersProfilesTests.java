package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practice.Books;
import practice.Fault;
import practice.google.GoogleLife;
import practice.linkedin.LinkedInLife;
import practice.x.XLife;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.channel.LookUpOutcome;
import io.channelkeeper.channel.LookUpOutcome.Kind;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

/**
 * Practice YouTube, X and LinkedIn are asked for strangers' profiles, each in its own way
 * (P-5 to P-9).
 */
class StrangersProfilesTests extends SignInScene {

	private static final ProviderId LINKEDIN = new ProviderId("linkedin");

	@Autowired
	PublicProfiles profiles;

	@Autowired
	LookUpRounds rounds;

	@Autowired
	LookUpRows rows;

	@Autowired
	PictureService pictures;

	@ParameterizedTest(name = "{0} {1}")
	@DisplayName("P-3, P-7: one click fills picture, figures and name, and tells so")
	@CsvSource({ "youtube, zoepark, Zoe Park, 310000, '310,000', views 88000500, YouTube",
			"x, cleowinter, Cleo Winter, 15200, '15,200', following_count 310, X",
			"linkedin, company/studio-lang, Studio Lang, 18250, '18,250', followers 18250, LinkedIn" })
	void fillsInWhatIsShown(String network, String handle, String name, long followers, String shown, String figure,
			String networkName) throws Exception {
		lendTo(network);
		UUID id = add(network, handle);
		as(post("/channels/{id}/check", id)).andExpect(redirectedUrl("/channels/" + id + "/check"));
		as(get("/channels/{id}/check", id))
			.andExpect(content().string(containsString(networkName + " answered and knows this profile")));
		Channel known = channel(id);
		assertThat(known).extracting(Channel::displayName, Channel::followers, Channel::externalId)
			.containsExactly(name, followers, null);
		assertThat(known.profileAt()).isNotNull();
		assertThat(figures(id)).contains(figure);
		await().atMost(Duration.ofSeconds(20)).until(() -> picture(id).isPresent());
		as(get(picture(id).orElseThrow())).andExpect(content().contentTypeCompatibleWith("image/jpeg"));
		as(get("/creators/{id}", this.creator)).andExpect(content()
			.string(allOf(containsString(shown), containsString(picture(id).orElseThrow().split("\\?", 2)[0]))));
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@ParameterizedTest(name = "{0} {1}")
	@DisplayName("P-9: no profile under the handle, none that strangers see, or closed for good")
	@CsvSource({ "youtube, nobody_at_all", "youtube, irisdemir", "x, nobody_at_all", "x, henriweber",
			"linkedin, company/nobody-at-all" })
	void marksWhatIsNotShown(String network, String handle) throws Exception {
		lendTo(network);
		UUID id = add(network, handle);
		assertThat(look(id).map(LookUpOutcome::kind)).contains(Kind.NOT_SHOWN);
		assertThat(channel(id).ineligibility()).extracting(Ineligibility::reason).isEqualTo(Reason.NOT_SHOWN);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
		assertThat(figures(id)).isEmpty();
		as(get("/channels/{id}/check", id))
			.andExpect(content().string(containsString("The network shows no profile under this handle")));
	}

	@Test
	@DisplayName("P-5: X shows protected accounts, and nothing of them is kept")
	void keepsNothingOfAProtectedAccount() {
		UUID ben = add("x", "bensommer");
		assertThat(look(ben).map(LookUpOutcome::kind)).contains(Kind.FOUND);
		assertThat(channel(ben).ineligibility()).extracting(Ineligibility::reason).isEqualTo(Reason.PRIVATE);
		assertThat(channel(ben).displayName()).isNull();
		assertThat(figures(ben)).isEmpty();
		NETWORKS.life(XLife.class).protect("ben", false);
		minutePasses(ben);
		look(ben);
		assertThat(channel(ben).ineligibility()).isNull();
		assertThat(channel(ben).followers()).isEqualTo(410);
	}

	@Test
	@DisplayName("P-3: a number that YouTube hides is not taken for zero")
	void knowsHiddenFromZero() {
		UUID emma = add("youtube", "emmablum");
		look(emma);
		assertThat(channel(emma).displayName()).isEqualTo("Emma Blum");
		assertThat(channel(emma).followers()).isNull();
		NETWORKS.life(GoogleLife.class).hideSubscribers("emmablum", false);
		minutePasses(emma);
		look(emma);
		assertThat(channel(emma).followers()).isEqualTo(640);
	}

	@ParameterizedTest(name = "{0} {1}")
	@DisplayName("N-5: a network in trouble takes nothing away and is asked later")
	@CsvSource({ "youtube, LIMITED", "youtube, TRANSIENT", "youtube, GARBAGE", "x, LIMITED", "x, LIMITED_CUSTOM",
			"x, TORN", "x, SERVER_ERROR", "linkedin, LIMITED", "linkedin, SERVER_ERROR", "linkedin, EMPTY" })
	void losesNothingToTrouble(String network, Fault fault) throws Exception {
		lendTo(network);
		String handle = network.equals("linkedin") ? "company/lotte-berg-studio" : "lotteberg";
		UUID known = add(network, handle);
		look(known);
		Channel before = channel(known);
		assertThat(before.displayName()).isEqualTo("Lotte Berg");
		UUID added = add(network, network.equals("linkedin") ? "company/mila-novak-design" : "milanovak");
		NETWORKS.faults().plan(network, fault, 0, "");
		minutePasses(known);
		assertThat(look(known).map(LookUpOutcome::kind)).contains(Kind.UNAVAILABLE);
		assertThat(channel(known)).isEqualTo(before);
		as(get("/channels/{id}/check", known))
			.andExpect(content().string(not(containsString("The network shows no profile under this handle"))));
		within(() -> this.rows.due(added));
		this.rounds.round();
		assertThat(due(added)).hasValueSatisfying((moment) -> assertThat(moment).isAfter(Instant.now()));
		assertThat(channel(added).ineligibility()).isNull();
		NETWORKS.faults().end();
		timePasses(added);
		this.rounds.round();
		assertThat(due(added)).isEmpty();
		assertThat(channel(added).displayName()).isEqualTo("Mila Novak");
	}

	@Test
	@DisplayName("7.1: LinkedIn is asked through the organization’s own login, or not at all")
	void asksLinkedInThroughTheOwnLogin() throws Exception {
		Viewer other = this.organizations.make("Other");
		lend(other, "company/mila-novak-design", "mila");
		UUID id = add("linkedin", "company/studio-lang");
		NETWORKS.books().forgetCalls();
		assertThat(within(() -> this.profiles.isPossible(id))).isFalse();
		assertThat(look(id)).isEmpty();
		as(post("/channels/{id}/check", id));
		within(() -> this.rows.due(id));
		this.rounds.round();
		assertThat(asked("linkedin")).isEmpty();
		assertThat(due(id)).isEmpty();
		lendTo("linkedin");
		assertThat(within(() -> this.profiles.isPossible(id))).isTrue();
		assertThat(look(id).map(LookUpOutcome::kind)).contains(Kind.FOUND);
		assertThat(asked("linkedin")).contains("/rest/organizations [q, vanityName] 200");
	}

	@Test
	@DisplayName("issue 4 point 1: access that has just ended is renewed when a call needs it")
	void renewsOnDemand() {
		NETWORKS.life(LinkedInLife.class).approvePartner(true);
		lendTo("linkedin");
		UUID id = add("linkedin", "company/studio-lang");
		this.jdbc.sql("update social_login set access_expires_at = connected_at, renew_at = null").update();
		assertThat(look(id).map(LookUpOutcome::kind)).contains(Kind.FOUND);
		assertThat(this.jdbc.sql("select token_version from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(Long.class)
			.single()).isEqualTo(2);
		this.jdbc.sql("update social_login set access_expires_at = connected_at, refresh_token = null").update();
		assertThat(within(() -> this.profiles.isPossible(id))).isFalse();
	}

	@Test
	@DisplayName("A login that lends nothing any more is the login’s trouble")
	void losesNothingToALostLogin() {
		lendTo("linkedin");
		UUID id = add("linkedin", "company/studio-lang");
		NETWORKS.life(LinkedInLife.class).removeApp("ana");
		assertThat(look(id).map(LookUpOutcome::kind)).contains(Kind.UNAVAILABLE);
		assertThat(channel(id).ineligibility()).isNull();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@Test
	@DisplayName("P-7: nothing is concluded of members, whom LinkedIn shows to no stranger")
	void asksForNoMember() {
		lendTo("linkedin");
		UUID member = add("linkedin", "in/ben-sommer");
		NETWORKS.books().forgetCalls();
		assertThat(look(member)).isEmpty();
		assertThat(asked("linkedin")).isEmpty();
	}

	@Test
	@DisplayName("P-9: found and then connected, it is the same channel")
	void connectsWhatWasFound() {
		UUID zoe = add("youtube", "zoepark");
		look(zoe);
		assertThat(connect(this.viewer, zoe, new ProviderId("google"), "zoe").diagnosis()).isNull();
		assertThat(channel(zoe).externalId()).isEqualTo("UCzoepark000000000000000");
		assertThat(standing(zoe).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	/** LinkedIn shows strangers' pages only through a login of one's own. */
	private void lendTo(String network) {
		if (network.equals("linkedin")) {
			lend(this.viewer, "company/brot-und-salz", "ana");
		}
	}

	private void lend(Viewer lender, String page, String person) {
		UUID own = this.testChannels.add(lender, this.creators.ana(lender), TestChannels.address("linkedin", page));
		assertThat(connect(lender, own, LINKEDIN, person).diagnosis()).isNull();
	}

	private SignInEnd connect(Viewer whose, UUID id, ProviderId provider, String person) {
		SignInWalk.Browser one = this.walk.browser(whose);
		return one.back(one.consent(one.leave(id, provider), person));
	}

	private UUID add(String network, String handle) {
		return this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
	}

	private Optional<LookUpOutcome> look(UUID id) {
		return within(() -> this.profiles.look(id));
	}

	private Channel channel(UUID id) {
		return within(() -> this.channels.get(id));
	}

	private List<String> figures(UUID id) {
		return within(() -> this.channels.figures(id)).stream().map(StrangersProfilesTests::text).toList();
	}

	private static String text(Figure figure) {
		return figure.name() + " " + figure.amount();
	}

	private Optional<String> picture(UUID id) {
		return within(() -> this.pictures.address(id));
	}

	private void minutePasses(UUID id) {
		this.jdbc.sql("update look_up set asked_at = asked_at - interval '1 minute' where channel_id = ?")
			.param(id)
			.update();
	}

	/** Until the network can be asked again, and the channel is due. */
	private void timePasses(UUID id) {
		minutePasses(id);
		this.jdbc.sql("update network_api set closed_until = null").update();
		this.jdbc.sql("update look_up set due_at = now() - interval '1 minute' where channel_id = ?")
			.param(id)
			.update();
	}

	private Optional<Instant> due(UUID id) {
		return this.jdbc.sql("select due_at from look_up where channel_id = ? and due_at is not null")
			.param(id)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	private static List<String> asked(String network) {
		return NETWORKS.books()
			.calls()
			.stream()
			.filter((call) -> call.network().equals(network))
			.map(StrangersProfilesTests::text)
			.toList();
	}

	private static String text(Books.Call call) {
		return call.path() + " " + call.parameters() + " " + call.status();
	}

	private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(this.viewer)).with(csrf()));
	}

}
