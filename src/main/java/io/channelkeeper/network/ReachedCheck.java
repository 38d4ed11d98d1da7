package io.channelkeeper.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Finds what is wrong with channels by reading once more what their sign-in reaches.
 */
final class ReachedCheck {

	private ReachedCheck() {
	}

	static Map<HeldChannel, NetworkFault> check(SignInProvider provider, Grant grant, Collection<HeldChannel> channels,
			ClientRegistration registration) {
		Map<HeldChannel, NetworkFault> faults = new HashMap<>();
		channels.stream().collect(Collectors.groupingBy(HeldChannel::network)).forEach((network, held) -> {
			Reach reach = reach(provider, grant, network, registration);
			for (HeldChannel channel : held) {
				fault(channel, reach, provider).ifPresent((fault) -> faults.put(channel, fault));
			}
		});
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

	private static Optional<NetworkFault> fault(HeldChannel channel, Reach reach, SignInProvider provider) {
		return reach.channels()
			.stream()
			.filter((reached) -> reached.profile().externalId().equals(channel.externalId()))
			.findFirst()
			.map((reached) -> Optional.ofNullable(reached.obstacle()).map(ReachedCheck::fault))
			.orElseGet(() -> Optional.of(new NetworkFault.ChannelLost(provider.causeOfAbsence(channel.network()))));
	}

	private static NetworkFault fault(Diagnosis obstacle) {
		return switch (obstacle.kind()) {
			case PAGE_NOT_PUBLISHED -> new NetworkFault.ChannelLost(Cause.PAGE_NOT_PUBLIC);
			case NO_PROFESSIONAL_ACCOUNT -> new NetworkFault.ChannelLost(Cause.PAGE_UNLINKED);
			case PERSONAL_ACCOUNT -> new NetworkFault.ChannelLost(Cause.NOT_PROFESSIONAL);
			case PERMISSION_DECLINED -> new NetworkFault.PermissionMissing(null);
			default -> new NetworkFault.ChannelLost(Cause.ROLE_LOST);
		};
	}

}
