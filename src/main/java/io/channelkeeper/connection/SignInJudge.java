package io.channelkeeper.connection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.ReachedChannel;

/**
 * Compares what a sign-in reaches with the channel that was expected (B-4, B-5). Changes
 * nothing.
 */
@Component
class SignInJudge {

	/** A detail of the diagnosis where somebody else repaired the channel meanwhile. */
	static final String REPAIRED = "repaired";

	private final ChannelService channels;

	private final Networks networks;

	private final Carriers carriers;

	SignInJudge(ChannelService channels, Networks networks, Carriers carriers) {
		this.channels = channels;
		this.networks = networks;
		this.carriers = carriers;
	}

	Judgement judge(Channel expected, SignInAttempt attempt, SignInHarvest harvest) {
		Optional<ReachedChannel> match = harvest.channels()
			.stream()
			.filter((reached) -> isSame(expected, reached.profile()))
			.findFirst();
		return match.map((reached) -> found(expected, attempt, harvest, reached))
			.orElseGet(() -> notFound(expected, harvest));
	}

	/** Whether the organization could take this up as another channel of the creator. */
	boolean isNew(UUID creatorId, Profile profile) {
		return known(profile)
			.map((channel) -> channel.creatorId().equals(creatorId) && this.carriers.of(channel.id()).isEmpty())
			.orElse(true);
	}

	/**
	 * Whether the creator could still have this channel through this grant; that another
	 * creator has it is for {@link ChannelService#addReached} to say.
	 */
	boolean mayTakeUp(UUID creatorId, ProviderId provider, Grant grant, Profile profile) {
		return known(profile).filter((channel) -> channel.creatorId().equals(creatorId))
			.flatMap((channel) -> this.carriers.of(channel.id()))
			.map((carrier) -> carrier.givesWayTo(provider, grant))
			.orElse(true);
	}

	private Judgement found(Channel expected, SignInAttempt attempt, SignInHarvest harvest, ReachedChannel reached) {
		if (reached.obstacle() != null) {
			return new Judgement(reached, reached.obstacle(), null);
		}
		Optional<Diagnosis> taken = this.channels
			.byExternalId(reached.profile().network(), reached.profile().externalId())
			.filter((channel) -> !channel.id().equals(expected.id()))
			.map((channel) -> connectedBy(this.carriers.creatorName(channel.creatorId()), harvest))
			.or(() -> this.carriers.of(expected.id()).flatMap((carrier) -> kept(carrier, attempt, harvest)));
		return new Judgement(reached, taken.orElse(null), null);
	}

	/**
	 * Why the channel stays with who carries it. Whoever wants to take another one's
	 * place says so before leaving; whoever came to repair finds it done.
	 */
	private Optional<Diagnosis> kept(Carriers.Carrier carrier, SignInAttempt attempt, SignInHarvest harvest) {
		if (attempt.manner().replacing()) {
			return Optional.empty();
		}
		boolean repaired = attempt.isRepair() && carrier.sound()
				&& !carrier.login().isOf(attempt.provider(), harvest.grant().userId());
		if (repaired) {
			return Optional.of(repairedBy(this.carriers.nameOf(carrier)));
		}
		return carrier.givesWayTo(attempt.provider(), harvest.grant()) ? Optional.empty()
				: Optional.of(connectedBy(this.carriers.nameOf(carrier), harvest));
	}

	/** Only what is of the expected one's sort can have come in its place. */
	private Judgement notFound(Channel expected, SignInHarvest harvest) {
		Network network = this.networks.get(expected.network());
		List<ReachedChannel> alike = harvest.channels()
			.stream()
			.filter((one) -> network.areAlike(expected.handle(), one.profile().handle()))
			.toList();
		List<ReachedChannel> open = alike.stream().filter((one) -> one.obstacle() == null).toList();
		if (!open.isEmpty()) {
			ReachedChannel other = open.stream()
				.filter((one) -> isNew(expected.creatorId(), one.profile()))
				.findFirst()
				.orElse(open.getFirst());
			return new Judgement(null, otherAccount(expected, other.profile()), other);
		}
		Optional<ReachedChannel> personal = harvest.channels()
			.stream()
			.filter((one) -> one.obstacle() != null && one.obstacle().kind() == DiagnosisKind.PERSONAL_ACCOUNT)
			.findFirst();
		if (personal.isPresent()) {
			// Somebody's own private account says nothing about the expected one.
			return new Judgement(null, otherAccount(expected, personal.get().profile()), null);
		}
		return new Judgement(null,
				alike.stream()
					.flatMap((one) -> Stream.ofNullable(one.obstacle()))
					.findFirst()
					.orElse(harvest.whenNone()),
				null);
	}

	/** By the network's own id once it is known, by any of its handles until then. */
	private boolean isSame(Channel expected, Profile reached) {
		String id = expected.externalId();
		if (id != null) {
			return id.equals(reached.externalId());
		}
		Network network = this.networks.get(expected.network());
		String key = key(network, expected.handle());
		return Stream.concat(Stream.of(reached.handle()), reached.otherHandles().stream())
			.anyMatch((handle) -> key.equals(key(network, handle)));
	}

	private static String key(Network network, String handle) {
		return network.handle(handle).map(ChannelAddress::key).orElse(handle.toLowerCase(Locale.ROOT));
	}

	private Optional<Channel> known(Profile profile) {
		return this.channels.byExternalId(profile.network(), profile.externalId())
			.or(() -> this.networks.get(profile.network()).handle(profile.handle()).flatMap(this.channels::byAddress));
	}

	/** Two that go by one name are told apart by their handles. */
	private Diagnosis otherAccount(Channel expected, Profile actual) {
		Network network = this.networks.get(expected.network());
		String came = network.show(actual.handle(), actual.displayName());
		String wanted = network.show(expected.handle(), expected.displayName());
		Map<String, String> names = came.equals(wanted)
				? Map.of("actual", network.show(actual.handle()), "expected", network.show(expected.handle()))
				: Map.of("actual", came, "expected", wanted);
		return new Diagnosis(DiagnosisKind.OTHER_ACCOUNT, names).at(expected.network());
	}

	private static Diagnosis repairedBy(String name) {
		return new Diagnosis(DiagnosisKind.CONNECTED_BY_SOMEONE_ELSE, Map.of("name", name, REPAIRED, "yes"));
	}

	private static Diagnosis connectedBy(String name, SignInHarvest harvest) {
		String actual = harvest.grant().userName();
		return new Diagnosis(DiagnosisKind.CONNECTED_BY_SOMEONE_ELSE,
				(actual != null) ? Map.of("name", name, "actual", actual) : Map.of("name", name));
	}

	/**
	 * What a sign-in comes to.
	 *
	 * @param match the expected channel, if the sign-in reaches it
	 * @param diagnosis what is missing, or null when the match can be connected
	 * @param other another channel that came back in its place
	 */
	record Judgement(@Nullable ReachedChannel match, @Nullable Diagnosis diagnosis, @Nullable ReachedChannel other) {
	}

}
