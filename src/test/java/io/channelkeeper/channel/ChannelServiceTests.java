package io.channelkeeper.channel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.Profile;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static io.channelkeeper.channel.TestChannels.INSTAGRAM;
import static io.channelkeeper.channel.TestChannels.address;
import static io.channelkeeper.channel.TestChannels.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ApplicationTest
class ChannelServiceTests {

	private static final Instant MOMENT = Instant.parse("2026-11-20T10:00:00Z");

	@Autowired
	ChannelService channels;

	@Autowired
	TestChannels made;

	@Autowired
	TestCreators creators;

	@Autowired
	TestOrganizations organizations;

	private Viewer viewer;

	private UUID ana;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.viewer);
	}

	@Test
	void keepsWhatWasAdded() {
		Channel channel = get(this.made.instagram(this.viewer, this.ana, "AnaKocht"));
		assertThat(channel.handle()).isEqualTo("AnaKocht");
		assertThat(channel.network()).isEqualTo(INSTAGRAM);
		assertThat(channel.kind()).isEqualTo(ChannelKind.OWNED);
		assertThat(channel.profileAt()).isNull();
		assertThat(in(() -> this.channels.ofCreator(this.ana))).containsExactly(channel);
	}

	@Test
	void refusesTheSameChannelTwice() {
		UUID first = this.made.instagram(this.viewer, this.ana, "anakocht");
		UUID ben = this.creators.named(this.viewer, "Ben");
		assertThatExceptionOfType(ChannelTakenException.class)
			.isThrownBy(() -> this.made.instagram(this.viewer, ben, "AnaKocht"))
			.satisfies((taken) -> {
				assertThat(taken.creatorId()).isEqualTo(this.ana);
				assertThat(taken.channelId()).isEqualTo(first);
			});
	}

	@Test
	void addsOnceWhenTwoAddAtTheSameTime() throws InterruptedException {
		List<Callable<UUID>> adds = Collections.nCopies(6,
				() -> this.made.instagram(this.viewer, this.ana, "anakocht"));
		int added = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			for (Future<UUID> answer : threads.invokeAll(adds)) {
				try {
					answer.get();
					added++;
				}
				catch (ExecutionException ex) {
					assertThat(ex).hasCauseInstanceOf(ChannelTakenException.class);
				}
			}
		}
		assertThat(added).isEqualTo(1);
	}

	@Test
	void archivingMakesRoomForTheSameHandle() {
		UUID first = this.made.instagram(this.viewer, this.ana, "anakocht");
		in(() -> this.channels.archive(this.viewer, first));
		UUID second = this.made.instagram(this.viewer, this.ana, "anakocht");
		assertThat(in(() -> this.channels.ofCreator(this.ana))).extracting(Channel::id).containsExactly(second);
		assertThat(get(first).archived()).isTrue();
	}

	@Test
	void twoOrganizationsMayHaveTheSameChannel() {
		this.made.instagram(this.viewer, this.ana, "anakocht");
		Viewer other = this.organizations.make("Other");
		UUID theirs = this.made.instagram(other, this.creators.ana(other), "anakocht");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> get(theirs));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> in(() -> this.channels.archive(this.viewer, theirs)));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.made.instagram(other, this.ana, "bistro"));
	}

	@Test
	@DisplayName("N-11 keeps every figure with its date, and shows the newest")
	void keepsEveryFigureWithItsDate() {
		UUID channel = this.made.instagram(this.viewer, this.ana, "anakocht");
		Instant later = MOMENT.plus(1, ChronoUnit.DAYS);
		in(() -> this.channels.recordProfile(channel, profile("178", "ana.kocht"), MOMENT));
		in(() -> this.channels.recordProfile(channel, new Profile(INSTAGRAM, "178", "ana.kocht", "Ana", true,
				"MEDIA_CREATOR", Map.of("followers", 9000L), null), later));
		assertThat(in(() -> this.channels.figures(channel))).containsExactly(new Figure("followers", 9000, later),
				new Figure("media", 42, MOMENT));
		Channel known = get(channel);
		assertThat(known.handle()).isEqualTo("ana.kocht");
		assertThat(known.externalId()).isEqualTo("178");
		assertThat(known.followers()).isEqualTo(9000);
		assertThat(known.profileAt()).isEqualTo(later);
		assertThat(in(() -> this.channels.byExternalId(INSTAGRAM, "178"))).contains(known);
	}

	@Test
	void keepsTheHandleWhenAnotherChannelStillHasIt() {
		UUID channel = this.made.instagram(this.viewer, this.ana, "anakocht");
		this.made.instagram(this.viewer, this.ana, "bistro_ana");
		in(() -> this.channels.recordProfile(channel, profile("178", "bistro_ana"), MOMENT));
		assertThat(get(channel).handle()).isEqualTo("anakocht");
	}

	@Test
	void addsWhatASignInReached() {
		UUID reached = in(() -> this.channels.addReached(this.ana, profile("179", "bistro_ana")));
		assertThat(get(reached).followers()).isEqualTo(8120);
		assertThat(in(() -> this.channels.addReached(this.ana, profile("179", "bistro_ana")))).isEqualTo(reached);
		UUID ben = this.creators.named(this.viewer, "Ben");
		assertThatExceptionOfType(ChannelTakenException.class)
			.isThrownBy(() -> in(() -> this.channels.addReached(ben, profile("179", "renamed"))));
	}

	@Test
	@DisplayName("P-7 a member's mark stays until facts or a member contradict it")
	void keepsAMembersMark() {
		UUID channel = this.made.instagram(this.viewer, this.ana, "anakocht");
		in(() -> this.channels.markIneligible(channel, Ineligibility.Reason.PERSONAL, Ineligibility.Source.MEMBER,
				this.viewer));
		in(() -> this.channels.markIneligible(channel, Ineligibility.Reason.PERSONAL, Ineligibility.Source.ATTEMPT,
				null));
		assertThat(get(channel).ineligibility()).satisfies((why) -> {
			assertThat(why.source()).isEqualTo(Ineligibility.Source.MEMBER);
			assertThat(why.by()).isEqualTo(this.viewer.memberId());
		});
		in(() -> this.channels.recordProfile(channel, profile("178", "anakocht"), MOMENT));
		assertThat(get(channel).ineligibility()).isNull();
	}

	@Test
	void factsThatDoNotContradictKeepTheMark() {
		UUID channel = this.made.instagram(this.viewer, this.ana, "anakocht");
		in(() -> this.channels.markIneligible(channel, Ineligibility.Reason.PRIVATE, Ineligibility.Source.MEMBER,
				this.viewer));
		in(() -> this.channels.recordProfile(channel,
				new Profile(INSTAGRAM, "178", "anakocht", null, null, null, Map.of(), null), MOMENT));
		assertThat(get(channel).ineligibility()).isNotNull();
		in(() -> this.channels.clearIneligible(this.viewer, channel));
		assertThat(get(channel).ineligibility()).isNull();
	}

	@Test
	@DisplayName("P-9 a corrected handle forgets what was known of the wrong one")
	void correctsTheHandle() {
		UUID channel = this.made.instagram(this.viewer, this.ana, "anakoch");
		UUID other = this.made.instagram(this.viewer, this.ana, "bistro_ana");
		in(() -> this.channels.markIneligible(channel, Ineligibility.Reason.PRIVATE, Ineligibility.Source.LOOKUP,
				null));
		assertThatExceptionOfType(ChannelTakenException.class)
			.isThrownBy(() -> in(() -> this.channels.rename(this.viewer, channel, address("instagram", "bistro_ana"))))
			.satisfies((taken) -> assertThat(taken.channelId()).isEqualTo(other));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> in(() -> this.channels.rename(this.viewer, channel, address("tiktok", "anakocht"))));
		in(() -> this.channels.rename(this.viewer, channel, address("instagram", "anakocht")));
		assertThat(get(channel).handle()).isEqualTo("anakocht");
		assertThat(get(channel).ineligibility()).isNull();
	}

	private Channel get(UUID id) {
		return in(() -> this.channels.get(id));
	}

	private <T> T in(Supplier<T> work) {
		return Tenancy.within(this.viewer.organizationId(), work);
	}

	private void in(Runnable work) {
		Tenancy.within(this.viewer.organizationId(), work);
	}

}
