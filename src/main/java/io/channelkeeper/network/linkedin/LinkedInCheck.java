package io.channelkeeper.network.linkedin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.HeldChannel;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;

/**
 * Finds out with one or two questions whether a member, and the member's pages, are still
 * what they were.
 */
final class LinkedInCheck {

	private LinkedInCheck() {
	}

	static Map<HeldChannel, NetworkFault> of(LinkedInSession session, Collection<HeldChannel> channels) {
		String member = session.me().id("id");
		if (member == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		boolean pages = channels.stream().anyMatch((channel) -> !isMember(channel));
		Map<HeldChannel, NetworkFault> faults = new HashMap<>();
		try {
			Set<String> administered = pages ? LinkedInPages.administered(session) : Set.of();
			channels.forEach((channel) -> {
				if (isMember(channel) && !channel.externalId().equals(LinkedInMembers.URN + member)) {
					faults.put(channel, new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED));
				}
				else if (!isMember(channel) && !administered.contains(channel.externalId())) {
					faults.put(channel, new NetworkFault.ChannelLost(Cause.ROLE_LOST));
				}
			});
		}
		catch (NetworkFaultException ex) {
			// The member's own profile needs another permission than the pages do.
			if (!(ex.fault() instanceof NetworkFault.PermissionMissing)) {
				throw ex;
			}
			channels.stream().filter((channel) -> !isMember(channel)).forEach((page) -> faults.put(page, ex.fault()));
		}
		return faults;
	}

	/** Whether it is a member's own profile and no page. */
	static boolean isMember(HeldChannel channel) {
		return channel.externalId().startsWith(LinkedInMembers.URN);
	}

}
