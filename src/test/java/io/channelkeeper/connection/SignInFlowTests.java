package io.channelkeeper.connection;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import practice.Fault;
import practice.PracticeBrowser;
import practice.PracticeNetworks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

/**
 * The whole way to practice Facebook and back over real HTTP, each ending of it.
 */
class SignInFlowTests extends SignInScene {

	@Autowired
	private SignInAttempts attempts;

	@Test
	@DisplayName("I-10, M-1, N-2: connects the expected channel")
	void connectsTheExpectedChannel() {
		UUID id = channel("AnaKocht");
		SignInEnd end = connect(id, "ana");
		assertThat(end.diagnosis()).isNull();
		ChannelStanding standing = standing(id);
		assertThat(standing.state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing.connectedByCreator()).isTrue();
		assertThat(standing.granted()).contains("permission.facebook.instagram_basic").hasSize(4);
		assertThat(standing.missing()).isEmpty();
		assertThat(Duration.between(Instant.now(), Objects.requireNonNull(standing.renewBy())).toDays()).isBetween(55L,
				90L);
		Channel channel = within(() -> this.channels.get(id));
		assertThat(channel.externalId()).isEqualTo("17841400000000011");
		assertThat(channel.handle()).isEqualTo("anakocht");
		assertThat(within(() -> this.channels.figures(id))).extracting(Figure::name).contains("followers");
	}

	@Test
	void tellsOfStartAndSuccess() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		assertThat(this.events.stream(SignInStarted.class)).extracting(SignInStarted::channelId).containsExactly(id);
		ChannelConnected connected = this.events.stream(ChannelConnected.class).toList().getFirst();
		assertThat(connected.channelId()).isEqualTo(id);
		assertThat(connected.organizationId()).isEqualTo(this.viewer.organizationId());
		assertThat(connected.picture()).isNotNull();
	}

	@ParameterizedTest
	@DisplayName("B-4: each diagnosis leaves nothing behind")
	@CsvSource({ "ben, benny, NO_PAGE", "cleo, cleowinter, PAGE_NOT_PUBLISHED",
			"dario, dariocooks, NO_PROFESSIONAL_ACCOUNT", "emma, emmablum, NO_PROFESSIONAL_ACCOUNT",
			"finn, finnotto, OTHER_ACCOUNT", "greta, studiolang, ROLE_TOO_SMALL", "kai, anakocht, ROLE_TOO_SMALL" })
	void saysWhatIsMissing(String person, String handle, DiagnosisKind kind) {
		UUID id = channel(handle);
		SignInEnd end = connect(id, person);
		assertThat(kind(end)).isEqualTo(kind);
		assertThat(this.events.stream(SignInFailed.class)).extracting((failed) -> failed.diagnosis().kind())
			.containsExactly(kind);
		assertNothingKept(id);
	}

	@Test
	@DisplayName("B-5: names both accounts")
	void namesBothAccounts() {
		assertThat(diagnosis(connect(channel("finnotto"), "finn")).details())
			.isEqualTo(Map.of("actual", "@finn_backstage", "expected", "@finnotto", "network", "instagram"));
	}

	@Test
	void keepsNamesThatLookLikeEscapes() {
		UUID id = channel("anakocht");
		this.browser.leave(id);
		UUID attempt = this.jdbc.sql("select id from sign_in_attempt where channel_id = ?")
			.param(id)
			.query(UUID.class)
			.single();
		within(() -> this.attempts.end(attempt, Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", "\\u0000 \0Ana"),
				Instant.now()));
		assertThat(within(() -> this.attempts.diagnosis(attempt)))
			.hasValue(Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", "\\u0000 Ana"));
	}

	@Test
	@DisplayName("I-9: an abort leaves nothing and the way open")
	void endsQuietlyWhenCancelled() {
		UUID id = channel("anakocht");
		SignInEnd end = this.browser.back(this.browser.network.cancel(this.browser.leave(id), "ana"));
		assertThat(kind(end)).isEqualTo(DiagnosisKind.STOPPED);
		assertNothingKept(id);
		assertThat(connect(id, "ana").diagnosis()).isNull();
	}

	@Test
	@DisplayName("I-9: a declined permission is named and asked again")
	void asksAgainForWhatWasDeclined() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana", Set.of("instagram_manage_insights"));
		Diagnosis diagnosis = diagnosis(this.browser.back(back));
		assertThat(diagnosis.kind()).isEqualTo(DiagnosisKind.PERMISSION_DECLINED);
		assertThat(diagnosis.details()).containsEntry("permissions", "permission.facebook.instagram_manage_insights");
		assertNothingKept(id);
		String again = this.browser.leave(id);
		assertThat(PracticeBrowser.query(URI.create(again))).containsEntry("auth_type", "rerequest");
		assertThat(this.browser.back(this.browser.consent(again, "ana")).diagnosis()).isNull();
		assertThat(PracticeBrowser.query(URI.create(this.browser.leave(id)))).doesNotContainKey("auth_type");
	}

	@ParameterizedTest
	@DisplayName("N-5: whatever passes by itself is the network's trouble")
	@EnumSource(value = Fault.class, names = "SLOW", mode = EnumSource.Mode.EXCLUDE)
	void blamesTheNetwork(Fault fault) {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		NETWORKS.faults().plan("facebook", fault, 0, "");
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.NETWORK_DOWN);
		assertNothingKept(id);
	}

	@Test
	void takesAnAnswerOnce() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		this.browser.back(back);
		NETWORKS.books().forgetCalls();
		MockHttpServletResponse again = this.browser.answer(back);
		assertThat(again.getStatus()).isEqualTo(400);
		assertThat(again.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(again.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(NETWORKS.books().calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/oauth/callback/facebook", "/oauth/callback/facebook?code=x",
			"/oauth/callback/facebook?code=x&state=", "/oauth/callback/facebook?code=x&state=forged",
			"/oauth/callback/nobody?code=x&state=forged", "/oauth/callback/%00?code=x&state=forged",
			"/oauth/callback/facebook?state=%00&error=access_denied" })
	void refusesWhatNobodyAskedFor(String address) {
		this.browser.leave(channel("anakocht"));
		MockHttpServletResponse answer = this.browser.answer(get(URI.create(address)));
		assertThat(answer.getStatus()).isEqualTo(400);
		assertThat(this.events.stream(SignInFailed.class)).isEmpty();
	}

	@Test
	void refusesAnotherProvidersAnswer() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		URI elsewhere = URI.create(back.toString().replace("/callback/facebook", "/callback/google"));
		assertThat(this.browser.answer(elsewhere).getStatus()).isEqualTo(400);
		assertThat(this.browser.back(back).diagnosis()).isNull();
	}

	@Test
	void usesNothingUpForWhoOnlyLooks() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		assertThat(this.browser.answer(head(URI.create(back.getRawPath() + "?" + back.getRawQuery()))).getStatus())
			.isEqualTo(405);
		assertThat(this.browser.back(back).diagnosis()).isNull();
	}

	@Test
	void connectsNothingInAnotherBrowser() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		NETWORKS.books().forgetCalls();
		SignInEnd end = this.walk.browser(this.viewer).back(back);
		assertThat(end.otherBrowser()).isTrue();
		assertThat(end.diagnosis()).isNull();
		assertThat(NETWORKS.books().calls()).isEmpty();
		assertNothingKept(id);
		assertThat(this.browser.answer(back).getStatus()).isEqualTo(400);
	}

	@Test
	void connectsNothingWithAnotherBrowsersCookie() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		SignInWalk.Browser other = this.walk.browser(this.viewer);
		other.leave(id);
		assertThat(other.back(back).otherBrowser()).isTrue();
		assertNothingKept(id);
	}

	@Test
	void letsALateAnswerEndQuietly() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		expireAttempts(id);
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.STOPPED);
		assertNothingKept(id);
	}

	@Test
	void tellsALateStrangerNothing() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		expireAttempts(id);
		assertThat(this.walk.browser(this.viewer).answer(back).getStatus()).isEqualTo(400);
	}

	@Test
	void letsTwoWindowsFinishInAnyOrder() {
		UUID first = channel("anakocht");
		UUID second = channel("bistro_ana");
		URI firstBack = this.browser.consent(this.browser.leave(first), "ana");
		URI secondBack = this.browser.consent(this.browser.leave(second), "ana");
		assertThat(this.browser.back(secondBack).diagnosis()).isNull();
		assertThat(this.browser.back(firstBack).diagnosis()).isNull();
		assertThat(standing(first).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(within(() -> this.connections.othersOfLogin(first))).containsExactly(second);
	}

	@Test
	void keepsOneLoginOfTwoAnswersAtOnce() throws InterruptedException {
		UUID id = channel("anakocht");
		URI first = this.browser.consent(this.browser.leave(id), "ana");
		URI second = this.browser.consent(this.browser.leave(id), "ana");
		List<Thread> windows = List.of(Thread.startVirtualThread(() -> this.browser.back(first)),
				Thread.startVirtualThread(() -> this.browser.back(second)));
		for (Thread window : windows) {
			window.join();
		}
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(count("social_login")).isEqualTo(1);
		assertThat(count("sign_in_attempt where ended_at is not null and diagnosis is null and organization_id"))
			.isEqualTo(2);
	}

	@Test
	void findsARenamedHandleByItsId() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		NETWORKS.facebook().renameAccount("anakocht", "ana.kocht");
		assertThat(connect(id, "ana").diagnosis()).isNull();
		assertThat(within(() -> this.channels.get(id)).handle()).isEqualTo("ana.kocht");
	}

	@Test
	@DisplayName("H-7: a second sign-in renews the login for all its channels")
	void renewsTheSameLogin() {
		UUID id = channel("anakocht");
		UUID bistro = channel("bistro_ana");
		connect(id, "ana");
		connect(bistro, "ana");
		this.jdbc.sql("""
				update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = connected_at
				where organization_id = ?""").param(this.viewer.organizationId()).update();
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.INVALID);
		connect(id, "ana");
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(count("social_login")).isEqualTo(1);
	}

	@Test
	@DisplayName("M-19: a sign-in for one creator is not another creator's")
	void staysConnectedByWhoConnectedIt() {
		UUID id = channel("anakocht");
		UUID second = this.creators.named(this.viewer, "Bistro Ana");
		UUID bistro = this.testChannels.instagram(this.viewer, second, "bistro_ana");
		connect(id, "ana");
		connect(bistro, "ana");
		this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST', lost_since = connected_at where channel_id = ?")
			.param(bistro)
			.update();
		this.browser
			.back(this.browser.consent(this.browser.departure(id, this.viewer.memberId()).address().toString(), "ana"));
		assertThat(standing(id).connectedByMember()).isEqualTo(this.viewer.memberId());
		assertThat(standing(bistro).connectedByMember()).isNull();
		assertThat(standing(bistro).connectedByCreator()).isTrue();
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void takesOverFromWhoCouldDoNoMore() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		assertThat(connect(id, "henri").diagnosis()).isNull();
		assertThat(this.jdbc.sql("""
				select external_user_id from social_login l join connection c on c.login_id = l.id
				where c.channel_id = ?""").param(id).query(String.class).single()).isEqualTo("90018");
		assertThat(count("access_return")).isEqualTo(1);
	}

	@Test
	void leavesWhoCanDoMore() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		this.jdbc.sql("update social_login set scopes = scopes || 'ads_read'::text where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		Diagnosis diagnosis = diagnosis(connect(id, "henri"));
		assertThat(diagnosis.kind()).isEqualTo(DiagnosisKind.CONNECTED_BY_SOMEONE_ELSE);
		assertThat(diagnosis.details()).isEqualTo(Map.of("name", "Ana Kocht", "actual", "Henri Weber"));
		assertThat(count("social_login")).isEqualTo(1);
	}

	@Test
	@DisplayName("I-11: offers what else the sign-in reaches")
	void offersOtherChannels() {
		UUID id = channel("anakocht");
		SignInEnd end = connect(id, "ana");
		List<ReachedOffer> offered = within(() -> this.others.offeredAfter(end.attemptId()));
		assertThat(offered).extracting(ReachedOffer::handle).containsExactly("@bistro_ana");
		assertThat(within(() -> this.connections.othersOfLogin(id))).isEmpty();
		within(() -> this.others.connect(end.attemptId(), List.of(offered.getFirst().externalId(), "unknown")));
		assertThat(within(() -> this.connections.othersOfLogin(id))).hasSize(1);
		assertThat(within(() -> this.others.offeredAfter(end.attemptId()))).isEmpty();
		assertThat(this.events.stream(ChannelConnected.class)).hasSize(2);
	}

	@Test
	void connectsNoOtherChannelOnceTheLoginIsGone() {
		UUID id = channel("anakocht");
		SignInEnd end = connect(id, "ana");
		connect(id, "henri");
		assertThat(within(() -> this.others.connect(end.attemptId(), List.of("17841400000000012")))).isZero();
		assertThat(count("connection")).isEqualTo(1);
	}

	@Test
	void connectsNothingForADeactivatedMember() {
		UUID id = channel("anakocht");
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		URI back = this.browser.consent(this.browser.departure(id, manager.memberId()).address().toString(), "ana");
		this.jdbc.sql("update member set active = false where id = ?").param(manager.memberId()).update();
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.STOPPED);
		assertNothingKept(id);
	}

	@Test
	void connectsTheSamePersonInTwoOrganizations() {
		UUID here = channel("anakocht");
		connect(here, "ana");
		Viewer other = this.organizations.make("Other");
		UUID there = this.testChannels.instagram(other, this.creators.ana(other), "anakocht");
		assertThat(this.walk.connect(other, there, "ana").diagnosis()).isNull();
		assertThat(standing(here).state()).isEqualTo(ConnectionState.CONNECTED);
		within(() -> this.connections.disconnect(this.viewer, here));
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
		Tenancy.within(other.organizationId(), () -> this.connections.disconnect(other, there));
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

}
