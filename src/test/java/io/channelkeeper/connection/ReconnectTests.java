package io.channelkeeper.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

import io.channelkeeper.SameMoment;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * A channel is connected again: by the right account, for everything that hangs on it,
 * whatever happens meanwhile.
 */
class ReconnectTests extends ReconnectScene {

	private static final Map<String, String> OTHER = Map.of("as", "other", "from", "/portfolio");

	private static final Map<String, String> PLAIN = Map.of("from", "/portfolio?mine=true");

	@Autowired
	MemberService members;

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	PushEffects pushes;

	@Autowired
	SameMoment sameMoment;

	@Autowired
	Clock clock;

	@Test
	@DisplayName("H-7, H-8: one sign-in brings back all of its login, whosever channels they are")
	void bringsBackAllOfTheLogin() throws Exception {
		UUID travels = page(this.creators.named(this.viewer, "Travels"), "iristravels");
		UUID iris = page(this.creator, "irisdemir");
		UUID account = channel("irisdemir");
		signIn(this.viewer, travels, "iris");
		signIn(this.viewer, iris, "iris");
		signIn(this.viewer, account, "iris");
		NETWORKS.facebook().changePassword("iris");
		probe();
		assertThat(standing(travels).cause()).isEqualTo(Cause.PASSWORD_CHANGED);
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		letMarketersConnect(true);
		lookAfter(this.creator, marketer.memberId());
		MvcResult end = end(marketer, come(marketer, iris, "iris", PLAIN));
		assertThat(end.getResponse().getHeader("Location")).isEqualTo("/portfolio?mine=true");
		assertThat(told(end)).contains("@irisdemir is connected",
				"Also back: @irisdemir (Instagram), @iristravels (Facebook)");
		for (UUID channel : new UUID[] { travels, iris, account }) {
			assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		}
		assertThat(this.events.stream(ConnectionsRestored.class).flatMap((event) -> event.channelIds().stream()))
			.containsExactlyInAnyOrder(travels, account);
		assertThat(standing(travels).connectedByMember()).isEqualTo(this.viewer.memberId());
		assertThat(standing(iris).connectedByMember()).isEqualTo(marketer.memberId());
	}

	@Test
	@DisplayName("H-7: what is not reached any more stays broken with its own cause, and is named")
	void leavesOutWhatIsNotReached() throws Exception {
		UUID iris = page(this.creator, "irisdemir");
		UUID travels = page(this.creator, "iristravels");
		UUID books = page(this.creator, "irisbooks");
		for (UUID channel : new UUID[] { iris, travels, books }) {
			signIn(this.viewer, channel, "iris");
		}
		NETWORKS.facebook().changePassword("iris");
		probe();
		NETWORKS.facebook().takeRole("iris", "iristravels");
		MvcResult end = end(this.viewer, come(this.viewer, iris, "iris", PLAIN));
		assertThat(standing(books).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(travels).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(travels).cause()).isEqualTo(Cause.ROLE_LOST);
		assertThat(told(end)).contains("Also back: @irisbooks (Facebook)",
				"Not back: @iristravels (Facebook) – page role lost", "/channels/" + travels + "/connect");
	}

	@Test
	@DisplayName("H-7: what the app was removed from is asked for in one go")
	void asksForAllThatHangsOnTheLogin() throws Exception {
		UUID page = page(this.creator, "irisdemir");
		UUID account = channel("irisdemir");
		signIn(this.viewer, page, "iris");
		signIn(this.viewer, account, "iris");
		NETWORKS.facebook().removeApp("iris");
		probe();
		end(this.viewer, come(this.viewer, page, "iris", PLAIN));
		assertThat(standing(account).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-5: another account changes nothing at a broken channel, and both are shown")
	void changesNothingForAnotherAccount() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		NETWORKS.facebook().changePassword("ana");
		probe();
		UUID login = loginOf(id);
		for (Map<String, String> form : List.of(PLAIN, OTHER)) {
			String page = read(this.viewer, come(this.viewer, id, "finn", form));
			assertThat(page).contains("That was @finn_backstage, not @anakocht", "Signed in as", "Expected",
					"Nothing was connected and nothing was changed", "Try again");
			assertThat(standing(id).cause()).isEqualTo(Cause.PASSWORD_CHANGED);
			assertThat(loginOf(id)).isEqualTo(login);
		}
	}

	@ParameterizedTest
	@CsvSource({ "tiktok, tiktok, anakocht, ana, finn", "youtube, google, anakocht, ana, finn",
			"x, x, anakocht, ana, finn", "linkedin, linkedin, company/bistro-ana, ana, finn",
			"instagram, instagram, lotteberg, lotteberg, anakocht" })
	@DisplayName("B-5: so it is by every way, also for who wants to take over")
	void changesNothingByAnyWay(String network, String provider, String handle, String right, String wrong)
			throws Exception {
		UUID id = this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
		ProviderId way = new ProviderId(provider);
		back(leave(this.viewer, id, way, PLAIN), right);
		assertThat(standing(id).state().hasLogin()).isTrue();
		UUID login = loginOf(id);
		String page = read(this.viewer, back(leave(this.viewer, id, way, OTHER), wrong));
		assertThat(page).contains("That was ", "Nothing was connected and nothing was changed");
		assertThat(loginOf(id)).isEqualTo(login);
		assertThat(count("social_login where access_token is not null and organization_id")).isEqualTo(1);
	}

	@Test
	@DisplayName("M-20: another person takes over without a gap; what that one does not reach stays")
	void anotherPersonTakesOver() throws Exception {
		UUID id = channel("anakocht");
		UUID page = page(this.creator, "anakocht");
		UUID bistro = channel("bistro_ana");
		for (UUID channel : new UUID[] { id, page, bistro }) {
			signIn(this.viewer, channel, "ana");
		}
		this.jdbc.sql("update social_login set scopes = scopes || '{ads_read}' where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		UUID before = loginOf(id);
		assertThat(read(manager, come(manager, id, "henri", PLAIN))).contains("can do less than the existing one");
		assertThat(loginOf(id)).isEqualTo(before);
		assertThat(read(manager, "/channels/" + id + "/connect?as=other")).contains("Connect @anakocht as someone else",
				"Nothing is given up before the new one works", "Ana Kocht", "@bistro_ana (Instagram)");
		MvcResult end = end(manager, come(manager, id, "henri", OTHER));
		assertThat(end.getResponse().getHeader("Location")).isEqualTo("/portfolio");
		assertThat(loginOf(id)).isNotEqualTo(before).isEqualTo(loginOf(page));
		assertThat(standing(id).connectedByMember()).isEqualTo(manager.memberId());
		assertThat(loginOf(bistro)).isEqualTo(before);
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(bistro).connectedByMember()).isEqualTo(this.viewer.memberId());
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		within(() -> this.connections.disconnect(this.viewer, bistro));
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
		assertThat(NETWORKS.facebook().hasApp("henri")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("H-3, H-8: a marketer takes over nothing healthy of creators of others")
	void leavesCreatorsOfOthersAlone(boolean interrupted) throws Exception {
		UUID id = channel("anakocht");
		UUID page = page(this.creators.named(this.viewer, "Kitchen"), "anakocht");
		signIn(this.viewer, id, "ana");
		signIn(this.viewer, page, "ana");
		UUID before = loginOf(page);
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		letMarketersConnect(true);
		lookAfter(this.creator, marketer.memberId());
		String stays = "of creators you do not look after stay where they are";
		assertThat(read(marketer, "/channels/" + id + "/connect?as=other")).contains(stays);
		assertThat(read(this.viewer, "/channels/" + id + "/connect?as=other")).doesNotContain(stays);
		if (interrupted) {
			NETWORKS.facebook().changePassword("ana");
			probe();
			assertThat(read(marketer, "/channels/" + id + "/connect?as=other")).doesNotContain(stays);
		}
		end(marketer, come(marketer, id, "henri", OTHER));
		assertThat(loginOf(id)).isNotEqualTo(before);
		assertThat(loginOf(page)).isEqualTo(interrupted ? loginOf(id) : before);
		assertThat(standing(page).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(page).connectedByMember())
			.isEqualTo(interrupted ? marketer.memberId() : this.viewer.memberId());
		this.upkeep.round();
		assertThat(interrupted || NETWORKS.facebook().hasApp("ana")).isTrue();
	}

	@Test
	@DisplayName("M-20: what another person did not grant takes nothing away from the one before")
	void givesNothingUpForATry() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		UUID before = loginOf(id);
		Away away = leave(this.viewer, id, OTHER);
		assertThat(read(this.viewer, answer(away, new PracticeBrowser().cancel(away.address(), "henri"))))
			.contains("Nothing was connected and nothing was changed");
		this.upkeep.round();
		assertThat(loginOf(id)).isEqualTo(before);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
	}

	@Test
	@DisplayName("H-20: a healthy channel is reconnected, too, and nobody is asked for more channels")
	void reconnectsWhatIsHealthy() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		String card = perform(this.viewer, get("/creators/{id}", this.creator)).getResponse().getContentAsString();
		assertThat(card).contains("/channels/" + id + "/connect\"", "/channels/" + id + "/connect?as=other",
				"Connect as someone else");
		MvcResult end = end(this.viewer, come(this.viewer, id, "ana", PLAIN));
		assertThat(end.getResponse().getHeader("Location")).isEqualTo("/portfolio?mine=true");
		assertThat(count("social_login")).isEqualTo(1);
	}

	@Test
	@DisplayName("Who comes to repair what a colleague repaired is told, and takes nothing over")
	void findsItRepaired() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		NETWORKS.facebook().changePassword("ana");
		probe();
		Viewer colleague = this.organizations.member(this.viewer, Role.MANAGER);
		Away late = leave(colleague, id, PLAIN);
		URI answer = new PracticeBrowser().consent(late.address(), "henri");
		end(this.viewer, come(this.viewer, id, "ana", PLAIN));
		UUID repaired = loginOf(id);
		MvcResult end = end(colleague, answer(late, answer));
		assertThat(end.getResponse().getHeader("Location")).isEqualTo("/portfolio?mine=true");
		assertThat(told(end)).contains(this.viewer.name() + " connected @anakocht again meanwhile");
		assertThat(loginOf(id)).isEqualTo(repaired);
	}

	@Test
	@DisplayName("Two windows of one person at once both end well")
	void twoWindowsEndWell() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		NETWORKS.facebook().changePassword("ana");
		probe();
		Away first = leave(this.viewer, id, PLAIN);
		Away second = leave(this.viewer, id, PLAIN);
		for (Away window : new Away[] { second, first }) {
			MvcResult end = end(this.viewer, back(window, "ana"));
			assertThat(end.getResponse().getHeader("Location")).isEqualTo("/portfolio?mine=true");
		}
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(count("social_login where access_token is not null and organization_id")).isEqualTo(1);
	}

	@Test
	@DisplayName("Two who end in the same moment: the later one decides, and nothing half is left")
	void nothingHalfIsLeft() throws Exception {
		UUID id = channel("anakocht");
		UUID bistro = channel("bistro_ana");
		signIn(this.viewer, id, "ana");
		signIn(this.viewer, bistro, "ana");
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		Away ana = leave(this.viewer, id, PLAIN);
		URI first = new PracticeBrowser().consent(ana.address(), "ana");
		Away henri = leave(manager, id, OTHER);
		URI second = new PracticeBrowser().consent(henri.address(), "henri");
		String end = Tenancy.call(this.viewer.organizationId(), () -> this.sameMoment
			.second(() -> assertThat(answerSafely(ana, first)).contains("/connect/"), () -> answer(henri, second)));
		assertThat(end(manager, end).getResponse().getHeader("Location")).isEqualTo("/portfolio");
		assertThat(standing(id).connectedByMember()).isEqualTo(manager.memberId());
		assertThat(loginOf(id)).isNotEqualTo(loginOf(bistro));
		for (UUID channel : List.of(id, bistro)) {
			assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		}
		assertThat(count("social_login where access_token is not null and organization_id")).isEqualTo(2);
	}

	private String answerSafely(Away away, URI address) {
		try {
			return answer(away, address);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	@DisplayName("Who was let out meanwhile connects nothing and reads so")
	void tellsWhoWasLetOut() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		NETWORKS.facebook().changePassword("ana");
		probe();
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		Away away = leave(manager, id, PLAIN);
		within(() -> this.members.deactivate(this.viewer, manager.memberId()));
		String path = back(away, "ana");
		assertThat(this.mvc.perform(get(path)).andReturn().getResponse().getContentAsString())
			.contains("Nothing was connected", "Your access to the organization ended");
		assertThat(standing(id).state()).isEqualTo(ConnectionState.INVALID);
	}

	@Test
	@DisplayName("What the network told while somebody signed in is not forgotten")
	void looksAgainAtWhatWasTakenBack() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		Away away = leave(this.viewer, id, PLAIN);
		URI answer = new PracticeBrowser().consent(away.address(), "ana");
		within(() -> this.pushes.end(FACEBOOK, new Push.AccessEnded(user(id), Cause.ACCESS_REVOKED, now())));
		assertThat(standing(id).state()).isEqualTo(ConnectionState.INVALID);
		end(this.viewer, answer(away, answer));
		assertThat(this.jdbc.sql("select verify_at <= ? from social_login where organization_id = ?")
			.params(now().atOffset(ZoneOffset.UTC), this.viewer.organizationId())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	@DisplayName("Who takes the access back while signing in is believed")
	void believesWhoTakesItBackMeanwhile() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		Away away = leave(this.viewer, id, PLAIN);
		URI answer = new PracticeBrowser().consent(away.address(), "ana");
		NETWORKS.facebook().removeApp("ana");
		end(this.viewer, answer(away, answer));
		probe();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(id).cause()).isEqualTo(Cause.ACCESS_REVOKED);
	}

	private String user(UUID channel) {
		return this.jdbc.sql("select external_user_id from social_login where id = ?")
			.param(loginOf(channel))
			.query(String.class)
			.single();
	}

	/** Late enough for a push not to be about the moment of the sign-in itself. */
	private Instant now() {
		return this.clock.instant().plus(PushEffects.SAME_MOMENT).plusSeconds(1);
	}

}
