package io.channelkeeper.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import practice.Books;
import practice.Fault;
import practice.facebook.FacebookLife;
import practice.facebook.PictureMode;
import practice.google.GoogleLife;
import practice.instagram.InstagramLife;
import practice.linkedin.LinkedInLife;
import practice.tiktok.TikTokLife;
import practice.x.XLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelDrift;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.channel.Ineligibility.Source;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ProfileReading.Closed;
import io.channelkeeper.connection.ProfileReading.JustAsked;
import io.channelkeeper.connection.ProfileReading.Later;
import io.channelkeeper.connection.ProfileReading.NoWay;
import io.channelkeeper.connection.ProfileReading.Shown;
import io.channelkeeper.connection.ProfileReading.Unanswered;
import io.channelkeeper.connection.ProfileReading.Why;
import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.ProviderId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The practice networks are asked again for channels that are known: by a channel's own
 * login, or as everybody sees it (P-2, P-5, P-6, P-11).
 */
class ChannelProfilesTests extends SignInScene {

	@Autowired
	ChannelProfiles profiles;

	@Autowired
	LoginRounds rounds;

	@Autowired
	OwnAnswers answers;

	@Autowired
	ChannelDrifts drifts;

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
	}

	@ParameterizedTest(name = "{0} {1} by {2}")
	@DisplayName("P-11: each network is asked by the channel’s own login, with few questions")
	@CsvSource({ "facebook, anakocht, facebook, Ana Kocht, 7310, 1, true",
			"instagram, anakocht, facebook, Ana Kocht, 8120, 1, true",
			"instagram, anakocht, instagram, Ana Kocht, 8120, 1, true",
			"tiktok, anakocht, tiktok, Ana Kocht, 51200, 1, true",
			"youtube, anakocht, google, Ana Kocht, 15200, 1, true",
			"google-business, cid:9000000201, google, Ana Kocht Bistro, , 1, false",
			"x, anakocht, x, Ana Kocht, , 1, true",
			"linkedin, company/brot-und-salz, linkedin, Brot und Salz, 12850, 3, true",
			"linkedin, in/ana-kocht, linkedin, Ana Kocht, , 1, true" })
	void readsByTheOwnLogin(String network, String handle, String provider, String name, @Nullable Long followers,
			int questions, boolean picture) {
		UUID id = connected(network, handle, provider);
		Channel before = channel(id);
		this.jdbc
			.sql("update channel set display_name = 'Old', profile_at = profile_at - interval '1 day' where id = ?")
			.param(id)
			.update();
		NETWORKS.books().forgetCalls();
		this.events.clear();
		assertThat(read(id)).isInstanceOfSatisfying(Shown.class,
				(shown) -> assertThat(shown.picture() != null).isEqualTo(picture));
		Channel known = channel(id);
		assertThat(known.displayName()).isEqualTo(name);
		assertThat(known.handle()).isEqualTo(before.handle());
		assertThat(known.followers()).isEqualTo((followers != null) ? followers : before.followers());
		assertThat(NETWORKS.books().calls()).as(paths().toString()).hasSizeLessThanOrEqualTo(questions);
		assertThat(this.events.stream(ProfileRead.class)).isEmpty();
	}

	@ParameterizedTest(name = "{0} {1} by {2}")
	@DisplayName("N-5: a network in trouble takes nothing away")
	@MethodSource("ways")
	void losesNothingToTrouble(String network, String handle, String provider) {
		UUID id = connected(network, handle, provider);
		Channel before = channel(id);
		for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.GARBAGE, Fault.TORN, Fault.TRANSIENT)) {
			NETWORKS.faults().plan(network, fault, 0, "");
			assertThat(read(id)).as(fault.toString()).isEqualTo(new Unanswered());
		}
		NETWORKS.faults().plan(network, Fault.LIMITED, 0, "");
		assertThat(read(id)).isInstanceOf(Later.class);
		NETWORKS.faults().end();
		assertThat(channel(id)).isEqualTo(before);
		assertThat(dueChecks()).isZero();
	}

	@ParameterizedTest(name = "{0} {1} by {2}")
	@DisplayName("N-5: a refusal ends nothing by itself, but the login is looked at")
	@MethodSource("ways")
	void leavesTheVerdictToTheVerification(String network, String handle, String provider) throws Exception {
		UUID id = connected(network, handle, provider);
		removeApp(provider);
		assertThat(read(id)).isEqualTo(new Unanswered());
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isEqualTo(1);
		this.jdbc.sql("update social_login set suspected_since = now(), verify_at = now() + interval '9 seconds'")
			.update();
		assertThat(read(id)).isEqualTo(new Unanswered());
		assertThat(dueChecks()).isZero();
		this.jdbc.sql("update social_login set verify_at = now()").update();
		this.rounds.verify(new ProviderId(provider));
		if (standing(id).state() == ConnectionState.CONNECTED) {
			this.jdbc.sql("update social_login set verify_at = now()").update();
			this.rounds.verify(new ProviderId(provider));
		}
		assertThat(standing(id).state().isInterrupted()).isTrue();
	}

	static Stream<Arguments> ways() {
		return Stream.of(Arguments.of("facebook", "anakocht", "facebook"),
				Arguments.of("instagram", "anakocht", "facebook"), Arguments.of("instagram", "anakocht", "instagram"),
				Arguments.of("tiktok", "anakocht", "tiktok"), Arguments.of("youtube", "anakocht", "google"),
				Arguments.of("google-business", "cid:9000000201", "google"), Arguments.of("x", "anakocht", "x"),
				Arguments.of("linkedin", "company/brot-und-salz", "linkedin"));
	}

	@ParameterizedTest(name = "{0} {1} by {2} is {3}")
	@DisplayName("P-5, P-6: of what became private or personal nothing is kept but that it is so")
	@CsvSource({ "facebook, anakocht, facebook, PRIVATE", "instagram, anakocht, facebook, PERSONAL",
			"instagram, anakocht, instagram, PERSONAL", "youtube, anakocht, google, PRIVATE",
			"x, anakocht, x, PRIVATE" })
	void keepsNothingOfWhatIsClosed(String network, String handle, String provider, Reason reason) {
		UUID id = connected(network, handle, provider);
		List<Figure> before = figures(id);
		close(network);
		assertThat(read(id)).isEqualTo(new Closed(reason));
		Channel known = channel(id);
		assertThat(known.displayName()).isNull();
		assertThat(known.followers()).isNull();
		assertThat(known.isPublic()).isEqualTo((reason == Reason.PRIVATE) ? false : null);
		assertThat(known.accountType()).isEqualTo((reason == Reason.PERSONAL) ? "personal" : null);
		assertThat(figures(id)).isEqualTo(before);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(dueChecks()).isEqualTo(1);
		interrupt(id);
		NETWORKS.books().forgetCalls();
		assertThat(read(id)).isEqualTo(new Closed(reason));
		assertThat(NETWORKS.books().calls()).isEmpty();
	}

	@ParameterizedTest(name = "{0} by {1}")
	@DisplayName("N-11: a silhouette is no picture")
	@CsvSource({ "facebook, facebook", "instagram, facebook", "tiktok, tiktok", "x, x" })
	void knowsASilhouette(String network, String provider) {
		UUID id = connected(network, "anakocht", provider);
		NETWORKS.life(FacebookLife.class).servePagePicture("anakocht", PictureMode.NONE);
		NETWORKS.life(FacebookLife.class).servePicture("anakocht", PictureMode.NONE);
		NETWORKS.life(TikTokLife.class).takePicture("ana");
		NETWORKS.life(XLife.class).removePicture("ana");
		assertThat(read(id)).isEqualTo(new Shown(null));
	}

	@Test
	@DisplayName("P-2: without a connection there is the public look-up, or no way")
	void goesByTheLookUpWithoutAConnection() {
		UUID zoe = add("youtube", "zoepark");
		assertThat(read(zoe)).isInstanceOfSatisfying(Shown.class, (shown) -> assertThat(shown.picture()).isNotNull());
		assertThat(channel(zoe).followers()).isEqualTo(310_000);
		assertThat(this.events.stream(ProfileRead.class)).isEmpty();
		assertThat(read(zoe)).isInstanceOf(JustAsked.class);
		assertThat(read(add("youtube", "nobody_at_all"))).isEqualTo(new Closed(Reason.NOT_SHOWN));
		assertThat(read(add("x", "bensommer"))).isEqualTo(new Closed(Reason.PRIVATE));
		NETWORKS.books().forgetCalls();
		assertThat(read(add("tiktok", "anakocht"))).isEqualTo(new NoWay(Why.NO_LOOK_UP));
		assertThat(read(add("linkedin", "in/ben-sommer"))).isEqualTo(new NoWay(Why.NO_LOOK_UP));
		assertThat(read(add("linkedin", "company/studio-lang"))).isEqualTo(new NoWay(Why.NOT_CONNECTED));
		assertThat(read(channel("zoepark"))).isEqualTo(new NoWay(Why.NOT_CONNECTED));
		assertThat(NETWORKS.books().calls()).isEmpty();
	}

	@Test
	@DisplayName("P-5, P-6: what is known to be closed or put away is never asked for")
	void asksForNothingClosed() {
		UUID marked = add("youtube", "zoepark");
		within(() -> this.channels.markIneligible(marked, Reason.PERSONAL, Source.MEMBER, this.viewer));
		UUID away = add("youtube", "noahstein");
		within(() -> this.channels.archive(this.viewer, away));
		UUID ben = add("x", "bensommer");
		read(ben);
		NETWORKS.books().forgetCalls();
		this.jdbc.sql("update look_up set asked_at = null").update();
		assertThat(read(marked)).isEqualTo(new Closed(Reason.PERSONAL));
		assertThat(read(away)).isEqualTo(new NoWay(Why.ARCHIVED));
		assertThat(read(ben)).isEqualTo(new Closed(Reason.PRIVATE));
		assertThat(NETWORKS.books().calls()).isEmpty();
	}

	@Test
	@DisplayName("P-2: an interrupted channel goes by the public look-up, or waits")
	void goesByTheLookUpWhileInterrupted() {
		UUID video = connected("youtube", "anakocht", "google");
		UUID page = connected("facebook", "anakocht", "facebook");
		interrupt(video);
		interrupt(page);
		assertThat(read(video)).isInstanceOf(Shown.class);
		assertThat(read(page)).isEqualTo(new NoWay(Why.INTERRUPTED));
	}

	@Test
	@DisplayName("issue 3 point 8: background work stands back, a person goes first")
	void letsPeopleGoFirst() {
		UUID known = connected("x", "anakocht", "x");
		UUID stranger = add("x", "cleowinter");
		Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
		close("x", until);
		close("x/lookup", until);
		NETWORKS.books().forgetCalls();
		assertThat(BackgroundCalls.within(() -> read(known))).isEqualTo(new Later(until));
		assertThat(BackgroundCalls.within(() -> read(stranger))).isEqualTo(new Later(until));
		assertThat(NETWORKS.books().calls()).isEmpty();
		assertThat(read(known)).isInstanceOf(Shown.class);
		assertThat(read(stranger)).isInstanceOf(Shown.class);
	}

	@Test
	@DisplayName("issue 4 point 1: access that has just ended is renewed when a reading needs it")
	void renewsOnDemand() {
		UUID id = connected("x", "anakocht", "x");
		this.jdbc.sql("update social_login set access_expires_at = connected_at").update();
		assertThat(read(id)).isInstanceOf(Shown.class);
		this.jdbc.sql("""
				update social_login set access_expires_at = connected_at, refresh_token = null,
					verify_at = now() + interval '1 hour'""").update();
		assertThat(read(id)).isEqualTo(new Unanswered());
		assertThat(dueChecks()).isEqualTo(1);
	}

	@Test
	@DisplayName("N-7: a page that is lost ends nothing but is looked at")
	void leavesALostPageToTheVerification() {
		UUID id = connected("facebook", "anakocht", "facebook");
		NETWORKS.life(FacebookLife.class).takeRole("ana", "anakocht");
		assertThat(read(id)).isEqualTo(new Unanswered());
		assertThat(dueChecks()).isEqualTo(1);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-15: a reading notices a new handle and followers who left")
	void noticesWhatChanged() {
		UUID id = connected("x", "anakocht", "x");
		NETWORKS.life(XLife.class).rename("ana", "ana_kocht");
		NETWORKS.life(XLife.class).setFollowers("ana", 7);
		read(id);
		read(id);
		assertThat(channel(id).handle()).isEqualTo("ana_kocht");
		assertThat(within(() -> this.drifts.ofCreator(this.creator)))
			.extracting(ChannelDrift::kind, ChannelDrift::before)
			.containsExactlyInAnyOrder(tuple(ChannelDrift.Kind.RENAMED, "@anakocht"),
					tuple(ChannelDrift.Kind.FOLLOWERS, "9001"));
	}

	@Test
	@DisplayName("An answer that comes after disconnecting is kept by nobody")
	void keepsNothingAfterDisconnecting() {
		UUID id = connected("facebook", "anakocht", "facebook");
		Channel before = channel(id);
		UUID other = UUID.randomUUID();
		assertThat(within(() -> this.answers.keep(id, other, TestChannels.profile("20011", "other"), Instant.now())))
			.isEqualTo(new Unanswered());
		assertThat(channel(id)).isEqualTo(before);
		UUID login = Objects.requireNonNull(standing(id).loginId());
		assertThat(within(() -> this.answers.keep(id, login, TestChannels.profile("20099", "other"), Instant.now())))
			.isEqualTo(new Unanswered());
		assertThat(channel(id)).isEqualTo(before);
	}

	private UUID connected(String network, String handle, String provider) {
		UUID id = add(network, handle);
		SignInWalk.Browser one = this.walk.browser(this.viewer);
		assertThat(one
			.back(one.consent(one.leave(id, new ProviderId(provider)),
					provider.equals("instagram") ? "anakocht" : "ana"))
			.diagnosis()).isNull();
		return id;
	}

	private UUID add(String network, String handle) {
		return this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
	}

	private ProfileReading read(UUID id) {
		return within(() -> this.profiles.read(id));
	}

	private Channel channel(UUID id) {
		return within(() -> this.channels.get(id));
	}

	private List<Figure> figures(UUID id) {
		return within(() -> this.channels.figures(id));
	}

	private static void removeApp(String provider) {
		switch (provider) {
			case "facebook" -> NETWORKS.life(FacebookLife.class).removeApp("ana");
			case "instagram" -> NETWORKS.life(InstagramLife.class).removeApp("anakocht");
			case "tiktok" -> NETWORKS.life(TikTokLife.class).removeApp("ana");
			case "google" -> NETWORKS.life(GoogleLife.class).removeApp("ana");
			case "x" -> NETWORKS.life(XLife.class).removeApp("ana");
			default -> NETWORKS.life(LinkedInLife.class).removeApp("ana");
		}
	}

	private static void close(String network) {
		switch (network) {
			case "facebook" -> NETWORKS.life(FacebookLife.class).publish("anakocht", false);
			case "instagram" -> {
				NETWORKS.life(InstagramLife.class).letPersonalIn(true);
				NETWORKS.life(FacebookLife.class).makePersonal("anakocht");
			}
			case "youtube" -> NETWORKS.life(GoogleLife.class).makeChannel("anakocht", "private");
			default -> NETWORKS.life(XLife.class).protect("ana", true);
		}
	}

	private void close(String api, Instant until) {
		this.jdbc.sql("""
				insert into network_api (api, answered_at, closed_until) values (:api, now(), :until)
				on conflict (api) do update set closed_until = :until""")
			.param("api", api)
			.param("until", until.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void interrupt(UUID id) {
		this.jdbc.sql("update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = now() where id = ?")
			.param(standing(id).loginId())
			.update();
	}

	private long dueChecks() {
		return count("social_login where verify_at <= now() and organization_id");
	}

	private static List<String> paths() {
		return NETWORKS.books().calls().stream().map(Books.Call::path).toList();
	}

}
