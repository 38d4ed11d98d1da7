package io.channelkeeper.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelDrift.Kind;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.connection.PersonErased;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.Profile;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What changed about a channel since it was read the last time is noted once (B-15).
 */
@ApplicationTest
class ChannelDriftsTests {

	private static final String ID = "17841400000000011";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	ChannelService channels;

	@Autowired
	PublicFacts facts;

	@Autowired
	ChannelDrifts drifts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	@Autowired
	ApplicationEventPublisher events;

	private Viewer viewer;

	private UUID creator;

	private UUID channel;

	@BeforeEach
	void begin() {
		this.viewer = this.organizations.make("Agency");
		this.creator = this.creators.ana(this.viewer);
		this.channel = this.testChannels.instagram(this.viewer, this.creator, "anakocht");
	}

	@Test
	@DisplayName("B-15: a first reading is no drift, the same one again neither")
	void comparesWithWhatWasKept() {
		learn(profile("anakocht", 12_000L));
		learn(profile("anakocht", 12_000L));
		learn(profile("AnaKocht", 6_000L));
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("B-15: renamed and deserted, each told once, the newest first")
	void notesWhatChanged() {
		learn(profile("anakocht", 12_000L));
		learn(profile("ana.kocht", 12_000L));
		learn(profile("ana.kocht", 4_100L));
		learn(profile("ana.kocht", 4_100L));
		assertThat(drifts()).extracting(ChannelDrift::kind, ChannelDrift::before, ChannelDrift::after)
			.containsExactly(tuple(Kind.FOLLOWERS, "12000", "4100"), tuple(Kind.RENAMED, "@anakocht", "@ana.kocht"));
		assertThat(drifts()).extracting(ChannelDrift::handle).containsOnly("ana.kocht");
	}

	@Test
	@DisplayName("B-15: what was private from the first has not become so")
	void comparesAFirstReadingWithNothing() {
		show(new Profile(TestChannels.INSTAGRAM, ID, "anakocht", null, false, null, Map.of(), null), false);
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("P-5, B-15: what became private is known by that and by nothing else")
	void notesWhatIsClosed() {
		learn(profile("anakocht", 12_000L));
		close(Reason.PRIVATE);
		close(Reason.PRIVATE);
		close(Reason.PERSONAL);
		assertThat(drifts()).extracting(ChannelDrift::kind, ChannelDrift::before, ChannelDrift::after)
			.containsExactly(tuple(Kind.PERSONAL, null, null), tuple(Kind.PRIVATE, null, null));
		assertThat(channel()).extracting(Channel::displayName, Channel::followers, Channel::isPublic)
			.containsOnlyNulls();
		learn(profile("anakocht", 4_000L));
		assertThat(drifts()).hasSize(2);
	}

	@Test
	@DisplayName("P-5: a stranger's look-up notes the same, and nothing of the profile")
	void notesWhatALookUpShows() {
		show(profile("anakocht", 12_000L), true);
		show(profile("anakocht", 5_000L), true);
		show(new Profile(TestChannels.INSTAGRAM, ID, "other", "Ana", false, "business", Map.of("followers", 9L), null),
				false);
		show(new Profile(TestChannels.INSTAGRAM, ID, "other", "Ana", false, "business", Map.of("followers", 9L), null),
				false);
		assertThat(drifts()).extracting(ChannelDrift::kind).containsExactly(Kind.PRIVATE, Kind.FOLLOWERS);
		assertThat(channel()).extracting(Channel::handle, Channel::displayName, Channel::followers)
			.containsExactly("anakocht", null, null);
		assertThat(within(() -> this.channels.figures(this.channel))).extracting(Figure::amount)
			.containsExactly(5_000L);
	}

	@Test
	@DisplayName("B-15: what strangers saw and see no more is noted once, what they never saw is not")
	void notesWhatIsNoLongerShown() {
		hide();
		assertThat(drifts()).isEmpty();
		show(profile("anakocht", 12_000L), true);
		hide();
		hide();
		assertThat(drifts()).extracting(ChannelDrift::kind).containsExactly(Kind.NOT_SHOWN);
		assertThat(notices()).isEqualTo(1);
	}

	@Test
	@DisplayName("B-15: a stranger proves no new name, the account's own id does")
	void takesANewNameByTheIdOnly() {
		show(profile("somebody", 100L), true);
		assertThat(channel().handle()).isEqualTo("anakocht");
		learn(profile("anakocht", 100L));
		show(profile("ana.kocht", 100L), true);
		assertThat(channel().handle()).isEqualTo("ana.kocht");
		assertThat(drifts()).extracting(ChannelDrift::kind).containsExactly(Kind.RENAMED);
	}

	@Test
	@DisplayName("B-15: a member who corrects a handle renames nobody")
	void knowsACorrectionFromARenaming() {
		learn(profile("anakocht", 100L));
		within(() -> {
			this.channels.rename(this.viewer, this.channel, TestChannels.address("instagram", "ana.kocht"));
			return 0;
		});
		learn(profile("ana.kocht", 100L));
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("B-15: a handle that a member wrote wrongly comes back unnoticed")
	void knowsTheOldNameFromANewOne() {
		learn(profile("anakocht", 100L));
		within(() -> {
			this.channels.rename(this.viewer, this.channel, TestChannels.address("instagram", "anakoch"));
			return 0;
		});
		learn(profile("anakocht", 100L));
		assertThat(channel().handle()).isEqualTo("anakocht");
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("B-15: an answer that comes late changes no name back")
	void ignoresLateAnswers() {
		learn(profile("anakocht", 12_000L));
		Instant late = Instant.now();
		learn(profile("ana.kocht", 12_000L));
		Tenancy.within(this.viewer.organizationId(),
				() -> this.channels.recordProfile(this.channel, profile("anakocht", 10L), late));
		assertThat(channel().handle()).isEqualTo("ana.kocht");
		assertThat(drifts()).extracting(ChannelDrift::kind).containsExactly(Kind.RENAMED);
	}

	@Test
	@DisplayName("An answer without a name renames nothing")
	void keepsTheNameThatIsNotTold() {
		learn(profile("anakocht", 100L));
		learn(profile(ID, 100L));
		assertThat(channel().handle()).isEqualTo("anakocht");
		learn(new Profile(TestChannels.INSTAGRAM, ID, "ana", "Ana", true, null, Map.of(), null, Set.of("anakocht")));
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("B-15: nothing is noted of what was put away")
	void notesNothingOfArchivedChannels() {
		learn(profile("anakocht", 12_000L));
		within(() -> {
			this.channels.archive(this.viewer, this.channel);
			this.drifts.note(this.channel, Kind.PICTURE, null, null);
			return 0;
		});
		learn(profile("ana.kocht", 1L));
		assertThat(drifts()).isEmpty();
	}

	@Test
	@DisplayName("B-15: two readings in the same moment give one line")
	void notesOnceWhatTwoRead() throws Exception {
		learn(profile("anakocht", 12_000L));
		Profile renamed = profile("ana.kocht", 12_000L);
		CountDownLatch begin = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> readings = new ArrayList<>();
			for (int reading = 0; reading < 4; reading++) {
				readings.add(threads.submit(() -> {
					begin.await();
					insist(renamed);
					return 0;
				}));
			}
			begin.countDown();
			for (Future<?> reading : readings) {
				reading.get();
			}
		}
		assertThat(drifts()).extracting(ChannelDrift::kind).containsExactly(Kind.RENAMED);
		assertThat(notices()).isEqualTo(1);
	}

	@Test
	@DisplayName("Who wants a sign-in forgotten is in no history")
	void forgetsWithTheSignIn() {
		learn(profile("anakocht", 12_000L));
		learn(profile("anakocht", 2L));
		assertThat(notices()).isEqualTo(1);
		within(() -> {
			this.channels.forgetSignIn(this.channel);
			this.events.publishEvent(new PersonErased(this.viewer.organizationId(), Set.of(this.channel), Set.of()));
			return 0;
		});
		assertThat(drifts()).isEmpty();
		assertThat(notices()).isZero();
	}

	@Test
	@DisplayName("B-15: the creator's history tells of it in the reader's language, and escapes it")
	void showsItInTheHistory() throws Exception {
		assertThat(page("/creators/" + this.creator, Locale.ENGLISH)).doesNotContain("/history");
		learn(profile("anakocht", 12_000L));
		learn(profile("<b>x</b>", 4_100L));
		assertThat(page("/creators/" + this.creator, Locale.ENGLISH)).contains("/history");
		assertThat(page("/creators/" + this.creator + "/history", Locale.ENGLISH))
			.contains("Change at a channel", "renamed from @anakocht to @&lt;b&gt;x&lt;/b&gt;",
					"from 12,000 to 4,100 followers")
			.doesNotContain("<b>x");
		assertThat(page("/creators/" + this.creator + "/history", Locale.GERMAN)).contains("Änderung an einem Kanal",
				"umbenannt von @anakocht in @&lt;b&gt;x", "von 12.000 auf 4.100 Follower");
	}

	@Test
	@DisplayName("B-15: the team reads of it, many changes in one line")
	void tellsTheTeam() throws Exception {
		learn(profile("anakocht", 12_000L));
		learn(profile("ana.<i>kocht", 4_100L));
		assertThat(page("/notices", Locale.ENGLISH)).contains("@anakocht is now called @ana.&lt;i&gt;kocht",
				"lost more than half of its followers: from 12,000 to 4,100", "Changes at channels");
		for (int time = 0; time < 10; time++) {
			UUID other = this.testChannels.instagram(this.viewer, this.creator, "other" + time);
			within(() -> {
				this.drifts.note(other, Kind.PICTURE, null, null);
				return 0;
			});
		}
		assertThat(page("/notices", Locale.GERMAN)).contains("@other7 (Instagram) hat ein neues Bild",
				"2 weitere Änderungen an Kanälen seit gestern, zuletzt bei @other9 (Instagram)");
		assertThat(notices()).isEqualTo(11);
		assertThat(page("/notices", Locale.ENGLISH)).doesNotContain("@other8");
	}

	private long notices() {
		return this.jdbc.sql("select count(*) from notice where organization_id = ? and kind = 'CHANGES'")
			.param(this.viewer.organizationId())
			.query(Long.class)
			.single();
	}

	private void insist(Profile profile) {
		while (true) {
			try {
				learn(profile);
				return;
			}
			catch (OptimisticLockingFailureException ex) {
				// Somebody else told of it first.
			}
		}
	}

	private void learn(Profile profile) {
		Tenancy.within(this.viewer.organizationId(),
				() -> this.channels.recordProfile(this.channel, profile, Instant.now()));
	}

	private void show(Profile profile, boolean open) {
		assertThat(within(() -> this.facts.shown(this.channel, profile, Instant.now(), false))).isEqualTo(open);
	}

	private void hide() {
		Tenancy.within(this.viewer.organizationId(), () -> this.facts.notShown(this.channel, Instant.now()));
	}

	private void close(Reason reason) {
		Tenancy.within(this.viewer.organizationId(), () -> this.facts.closed(this.channel, reason, Instant.now()));
	}

	private List<ChannelDrift> drifts() {
		return within(() -> this.drifts.ofCreator(this.creator));
	}

	private Channel channel() {
		return within(() -> this.channels.get(this.channel));
	}

	private <T> T within(Supplier<T> work) {
		return Tenancy.within(this.viewer.organizationId(), work);
	}

	private String page(String path, Locale language) throws Exception {
		return this.mvc
			.perform(get(path).param("lang", language.getLanguage()).with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static Profile profile(String handle, @Nullable Long followers) {
		return new Profile(TestChannels.INSTAGRAM, ID, handle, "Ana", true, "MEDIA_CREATOR",
				(followers != null) ? Map.of("followers", followers) : Map.of(), null);
	}

}
