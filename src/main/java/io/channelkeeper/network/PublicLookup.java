package io.channelkeeper.network;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a network shows a stranger's public profile. One bean per network that does; a
 * network without one has no public look-up.
 */
public interface PublicLookup {

	NetworkId network();

	/**
	 * The provider one of whose connected channels has to be lent for it, or null where
	 * credentials of the installation serve.
	 */
	@Nullable ProviderId lender();

	/** Whether the installation has what it takes, a loan left aside. */
	boolean isConfigured();

	/**
	 * Whether the network shows channels of this sort to strangers at all. Where it does
	 * not, nothing is to be concluded about the channel.
	 */
	default boolean covers(ChannelAddress address) {
		return true;
	}

	/**
	 * The public profile of a channel, or empty where the network shows none: there is no
	 * such channel, or it is private or personal, which networks do not tell apart.
	 * @param loan an own connected channel; null where {@link #lender()} is null
	 * @throws NetworkFaultException if the network does not answer properly
	 */
	Optional<Profile> find(ChannelAddress address, @Nullable Loan loan);

}
