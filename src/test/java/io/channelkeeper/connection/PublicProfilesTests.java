package io.channelkeeper.connection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.channel.Ineligibility.Source;
import io.channelkeeper.channel.LookUpOutcome;
import io.channelkeeper.channel.LookUpOutcome.Kind;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CallReport;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RateLimitBook;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What networks show to everybody is known before anybody signs in (P-5 to P-9).
 */
class PublicProfilesTests extends SignInScene {

	private static final String SHOWN = """
			{"id": "9001", "name": "Ben", "followers": 420, "public": true, "picture": "https://pictures.example/b.jpg"}""";

	private static final String PRIVATE = """
			{"id": "9001", "name": "Ben", "followers": 420, "public": false, "picture": "https://pictures.example/b.jpg"}""";

	@Autowired
	PublicProfiles profiles;

	@Autowired
	LookUpRounds rounds;

	@Autowired
	LookUpRows rows;

	@Autowired
	TestLookup lookup;

	@Autowired
	RateLimitBook book;

	private final FarSide farSide = new FarSide();

	private @Nullable ApiName api;

	private UUID ben = new UUID(0, 0);

	@BeforeEach
	void serve() {
		this.api = this.lookup.serve("instagram", null, this.farSide);
		this.ben = channel("ben");
	}

	@AfterEach
	void end() {
		this.lookup.end();
		this.farSide.close();
	}

	@Test
	@DisplayName("P-3: what everybody sees is kept with its date, and whose it is is not")
	void keepsWhatIsShown() {
		answer(SHOWN);
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		Channel known = channel();
		assertThat(known.displayName()).isEqualTo("Ben");
		assertThat(known.followers()).isEqualTo(420);
		assertThat(known.isPublic()).isTrue();
		assertThat(known.profileAt()).isNotNull();
		assertThat(known.externalId()).isNull();
		assertThat(this.events.stream(ProfileRead.class)).extracting(ProfileRead::channelId).containsExactly(this.ben);
		assertThat(this.jdbc.sql(
				"select source_url is not null or missing_reason is not null from channel_picture where channel_id = ?")
			.param(this.ben)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	@DisplayName("P-5: of a private profile nothing is kept but that it is private")
	void keepsNothingPrivate() {
		answer(PRIVATE);
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		Channel known = channel();
		assertThat(known.ineligibility()).extracting(Ineligibility::reason, Ineligibility::source)
			.containsExactly(Reason.PRIVATE, Source.LOOKUP);
		assertThat(known.isPublic()).isFalse();
		assertThat(known.displayName()).isNull();
		assertThat(known.followers()).isNull();
		assertThat(within(() -> this.channels.figures(this.ben))).isEmpty();
		assertThat(this.events.stream(ProfileRead.class)).isEmpty();
		assertThat(standing(this.ben).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
	}

	@Test
	@DisplayName("P-9: what is not shown cannot be connected until it is shown again")
	void marksUntilItIsShownAgain() {
		this.farSide.answer("/profiles/ben", 404, "");
		assertThat(look().kind()).isEqualTo(Kind.NOT_SHOWN);
		assertThat(channel().ineligibility()).extracting(Ineligibility::reason).isEqualTo(Reason.NOT_SHOWN);
		minutePasses();
		this.farSide.forget("/profiles/ben");
		answer("{\"id\": \"9001\"}");
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		assertThat(channel().ineligibility()).isNull();
	}

	@Test
	@DisplayName("P-7: a member's mark gives way to facts only")
	void keepsAMembersMark() {
		within(() -> this.channels.markIneligible(this.ben, Reason.PRIVATE, Source.MEMBER, this.viewer));
		this.farSide.answer("/profiles/ben", 404, "");
		look();
		assertThat(channel().ineligibility()).extracting(Ineligibility::source).isEqualTo(Source.MEMBER);
		minutePasses();
		this.farSide.forget("/profiles/ben");
		this.farSide.answer("/profiles/ben", 200, "{\"id\": \"9001\"}").answer("/profiles/ben", 200, SHOWN);
		look();
		assertThat(channel().ineligibility()).isNotNull();
		minutePasses();
		look();
		assertThat(channel().ineligibility()).isNull();
	}

	@Test
	@DisplayName("7.1: never another organization's login is lent")
	void lendsOwnChannelsOnly() {
		Viewer other = this.organizations.make("Other");
		this.walk.connect(other, this.testChannels.instagram(other, this.creators.ana(other), "anakocht"), "ana");
		this.lookup.serve("instagram", "facebook", this.farSide);
		answer(SHOWN);
		assertThat(within(() -> this.profiles.isPossible(this.ben))).isFalse();
		assertThat(within(() -> this.profiles.look(this.ben))).isEmpty();
		assertThat(this.farSide.asked()).isEmpty();
		connect(channel("anakocht"), "ana");
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		Loan loan = this.lookup.loans.getFirst().orElseThrow();
		assertThat(loan.externalId()).isEqualTo("17841400000000011");
		assertThat(loan.token()).isNotNull();
		assertThat(loan.grant().scopes()).contains("instagram_basic");
		assertThat(loan.toString()).isEqualTo("Loan[17841400000000011]");
	}

	@Test
	@DisplayName("P-7: practice Instagram is asked through the own channel")
	void asksPracticeInstagram() {
		this.lookup.end();
		UUID own = channel("anakocht");
		connect(own, "ana");
		UUID bistro = channel("bistro_ana");
		UUID personal = channel("benny");
		assertThat(within(() -> this.profiles.look(bistro))).map(LookUpOutcome::kind).contains(Kind.FOUND);
		assertThat(within(() -> this.profiles.look(personal))).map(LookUpOutcome::kind).contains(Kind.NOT_SHOWN);
		assertThat(within(() -> this.channels.get(bistro)).followers()).isPositive();
		assertThat(standing(personal).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
		connect(bistro, "ana");
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void goesOnWhereALenderLostItsAccess() {
		connect(channel("anakocht"), "ana");
		connect(channel("bistro_ana"), "ana");
		this.lookup.serve("instagram", "facebook", this.farSide);
		this.farSide.answer("/profiles/ben", 401, "{}").answer("/profiles/ben", 200, SHOWN);
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		assertThat(this.lookup.loans).extracting((loan) -> loan.orElseThrow().externalId())
			.doesNotHaveDuplicates()
			.hasSize(2);
		this.jdbc.sql("update social_login set invalid_cause = 'PASSWORD_CHANGED' where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		assertThat(within(() -> this.profiles.isPossible(this.ben))).isFalse();
	}

	@Test
	void asksAtMostOnceAMinute() {
		answer(SHOWN);
		LookUpOutcome first = look();
		assertThat(look().at()).isCloseTo(first.at(), Assertions.within(1, ChronoUnit.MILLIS));
		assertThat(this.farSide.asked()).hasSize(1);
		minutePasses();
		assertThat(look().at()).isAfter(first.at());
		assertThat(this.farSide.asked()).hasSize(2);
	}

	@Test
	@DisplayName("N-5: no answer says nothing about the channel")
	void knowsNothingWithoutAnAnswer() {
		this.farSide.answer("/profiles/ben", 429, "{}", "Retry-After", "600");
		LookUpOutcome outcome = look();
		assertThat(outcome.kind()).isEqualTo(Kind.UNAVAILABLE);
		assertThat(outcome.until()).isAfter(outcome.at().plusSeconds(500));
		assertThat(channel().ineligibility()).isNull();
		assertThat(channel().profileAt()).isNull();
	}

	@Test
	@DisplayName("issue 3 point 8: what nobody waits for stands back, a person goes first")
	void letsPeopleGoFirst() {
		Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
		this.book.note(new CallReport(Objects.requireNonNull(this.api), Instant.now(),
				new NetworkFault.RateLimited(until), null, null));
		answer(SHOWN);
		within(() -> this.rows.due(this.ben));
		this.rounds.round();
		assertThat(this.farSide.asked()).isEmpty();
		assertThat(within(() -> this.profiles.last(this.ben))).isEmpty();
		assertThat(due()).contains(until);
		assertThat(look().kind()).isEqualTo(Kind.FOUND);
		assertThat(due()).isEmpty();
	}

	@Test
	void asksLaterWhatGaveNoAnswer() {
		this.farSide.answer("/profiles/ben", 500, "{}").answer("/profiles/ben", 404, "");
		within(() -> this.rows.due(this.ben));
		this.rounds.round();
		assertThat(due()).isPresent();
		assertThat(channel().ineligibility()).isNull();
		minutePasses();
		this.jdbc.sql("update look_up set due_at = asked_at where channel_id = ?").param(this.ben).update();
		this.rounds.round();
		assertThat(due()).isEmpty();
		assertThat(channel().ineligibility()).isNotNull();
	}

	@Test
	void aSignInsFactsOutweighAStrangersView() {
		UUID ana = channel("anakocht");
		connect(ana, "ana");
		Channel before = within(() -> this.channels.get(ana));
		this.farSide.answer("/profiles/anakocht", 200, "{\"id\": \"17841400000000011\", \"followers\": 7}")
			.answer("/profiles/anakocht", 200, "{\"id\": \"9001\", \"followers\": 8, \"name\": \"Stranger\"}")
			.answer("/profiles/anakocht", 404, "");
		for (Kind kind : List.of(Kind.FOUND, Kind.NOT_SHOWN, Kind.NOT_SHOWN)) {
			assertThat(within(() -> this.profiles.look(ana))).map(LookUpOutcome::kind).contains(kind);
			this.jdbc.sql("update look_up set asked_at = null where channel_id = ?").param(ana).update();
			assertThat(within(() -> this.channels.get(ana))).isEqualTo(before);
		}
		assertThat(standing(ana).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("P-9: a corrected handle forgets whom the wrong one belonged to")
	void forgetsTheStranger() {
		answer(SHOWN);
		look();
		within(() -> this.channels.rename(this.viewer, this.ben, TestChannels.address("instagram", "benny")));
		Channel known = channel();
		assertThat(known.displayName()).isNull();
		assertThat(known.followers()).isNull();
		assertThat(known.profileAt()).isNull();
		assertThat(within(() -> this.channels.figures(this.ben))).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from channel_picture where channel_id = ?")
			.param(this.ben)
			.query(Long.class)
			.single()).isZero();
		assertThat(within(() -> this.profiles.last(this.ben))).isEmpty();
		this.farSide.answer("/profiles/benny", 404, "");
		assertThat(look().kind()).isEqualTo(Kind.NOT_SHOWN);
	}

	@Test
	void asksForNoArchivedChannel() {
		answer(SHOWN);
		within(() -> this.channels.archive(this.viewer, this.ben));
		assertThat(within(() -> this.profiles.look(this.ben))).isEmpty();
		assertThat(this.farSide.asked()).isEmpty();
	}

	private void answer(String body) {
		this.farSide.answer("/profiles/ben", 200, body);
	}

	private LookUpOutcome look() {
		return within(() -> this.profiles.look(this.ben)).orElseThrow();
	}

	private Channel channel() {
		return within(() -> this.channels.get(this.ben));
	}

	private void minutePasses() {
		this.jdbc.sql("update look_up set asked_at = asked_at - interval '1 minute' where channel_id = ?")
			.param(this.ben)
			.update();
	}

	private Optional<Instant> due() {
		return this.jdbc.sql("select due_at from look_up where channel_id = ? and due_at is not null")
			.param(this.ben)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

}
