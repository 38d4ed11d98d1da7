package io.channelkeeper.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Finds what is wrong with channels by reading once more what their sign-in reaches.
 */
final class ReachedCheck {

	private static final Set<DiagnosisKind> OF_THE_PROFILE = Set.of(DiagnosisKind.PAGE_NOT_PUBLISHED,
			DiagnosisKind.PERSONAL_ACCOUNT);

	private ReachedCheck() {
	}

	static Map<HeldChannel, NetworkFault> check(SignInProvider provider, Grant grant, Collection<HeldChannel> channels,
			ClientRegistration registration) {
		Map<HeldChannel, NetworkFault> faults = new HashMap<>();
		channels.stream()
			.collect(Collectors.groupingBy(HeldChannel::network))
			.forEach((network, held) -> faults.putAll(check(provider, grant, network, held, registration)));
		return faults;
	}

	/**
	 * What a sign-in's reach says of one channel. That it is not for analysing is said by
	 * its profile; whatever else stands in its way is a fault.
	 */
	static Profile profile(SignInProvider provider, Grant grant, HeldChannel channel, ClientRegistration registration) {
		Reach reach = reach(provider, grant, channel.network(), registration);
		ReachedChannel found = find(channel, reach).orElseThrow(() -> new NetworkFaultException(
				provider.absence(channel, reach, registration).orElseGet(NetworkFault.Unexpected::new)));
		Diagnosis obstacle = found.obstacle();
		if (obstacle != null && !OF_THE_PROFILE.contains(obstacle.kind())) {
			throw new NetworkFaultException(fault(obstacle, Cause.ROLE_LOST));
		}
		return found.profile();
	}

	private static Optional<ReachedChannel> find(HeldChannel channel, Reach reach) {
		return reach.channels()
			.stream()
			.filter((reached) -> reached.profile().externalId().equals(channel.externalId()))
			.findFirst();
	}

	/** What is refused of one network says nothing about another one's channels. */
	private static Map<HeldChannel, NetworkFault> check(SignInProvider provider, Grant grant, NetworkId network,
			List<HeldChannel> held, ClientRegistration registration) {
		Map<HeldChannel, NetworkFault> faults = new HashMap<>();
		try {
			Reach reach = reach(provider, grant, network, registration);
			held.forEach((channel) -> fault(channel, reach, provider, registration)
				.ifPresent((fault) -> faults.put(channel, fault)));
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().isTemporary() || ex.fault().isEndOfAccess()) {
				throw ex;
			}
			held.forEach((channel) -> faults.put(channel, ex.fault()));
		}
		return faults;
	}

	private static Reach reach(SignInProvider provider, Grant grant, NetworkId network,
			ClientRegistration registration) {
		try {
			return provider.reach(grant, network, registration);
		}
		catch (SignInFailedException ex) {
			if (ex.getCause() instanceof NetworkFaultException refusal) {
				throw refusal;
			}
			throw new NetworkFaultException(new NetworkFault.Unexpected(), ex);
		}
	}

	private static Optional<NetworkFault> fault(HeldChannel channel, Reach reach, SignInProvider provider,
			ClientRegistration registration) {
		return find(channel, reach)
			.map((reached) -> Optional.ofNullable(reached.obstacle()).map((it) -> fault(it, Cause.ROLE_LOST)))
			.orElseGet(() -> provider.absence(channel, reach, registration));
	}

	/**
	 * What an obstacle to a sign-in means to a channel that is connected already.
	 * @param otherwise the cause of every other obstacle
	 */
	static NetworkFault fault(Diagnosis obstacle, Cause otherwise) {
		return switch (obstacle.kind()) {
			case PAGE_NOT_PUBLISHED -> new NetworkFault.ChannelLost(Cause.PAGE_NOT_PUBLIC);
			case NO_PROFESSIONAL_ACCOUNT -> new NetworkFault.ChannelLost(Cause.PAGE_UNLINKED);
			case PERSONAL_ACCOUNT -> new NetworkFault.ChannelLost(Cause.NOT_PROFESSIONAL);
			case NO_PAGE, ROLE_TOO_SMALL -> new NetworkFault.ChannelLost(Cause.ROLE_LOST);
			case PERMISSION_DECLINED -> new NetworkFault.PermissionMissing(null);
			default -> new NetworkFault.ChannelLost(otherwise);
		};
	}

}
