package io.channelkeeper.network.linkedin;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;

/**
 * Strangers' pages by their name in addresses, through a login of one's own. LinkedIn
 * shows no stranger's member profile, which says nothing about that profile.
 */
@Component
class LinkedInLookup implements PublicLookup {

	private static final NetworkId NETWORK = new NetworkId("linkedin");

	private final LinkedInClient client;

	private final LinkedInPages pages;

	LinkedInLookup(LinkedInClient client, LinkedInPages pages) {
		this.client = client;
		this.pages = pages;
	}

	@Override
	public NetworkId network() {
		return NETWORK;
	}

	@Override
	public ProviderId lender() {
		return new ProviderId("linkedin");
	}

	@Override
	public boolean isConfigured() {
		return true;
	}

	@Override
	public boolean covers(ChannelAddress address) {
		return !LinkedInNetwork.isMember(address.handle());
	}

	@Override
	public Optional<Profile> find(ChannelAddress address, @Nullable Loan loan) {
		if (loan == null || !covers(address)) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		LinkedInSession session = this.client.as(loan.access());
		return page(address, session).flatMap((page) -> this.pages.profile(page, session));
	}

	/** That one's own login has no part in a stranger's page is no loss of that login. */
	private static Optional<Json> page(ChannelAddress address, LinkedInSession session) {
		String id = address.externalId();
		try {
			return (id != null) ? Optional.of(session.page(id))
					: session.pagesNamed(address.handle().substring(address.handle().indexOf('/') + 1))
						.stream()
						.findFirst();
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().equals(new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED))) {
				return Optional.empty();
			}
			throw (ex.fault() instanceof NetworkFault.ChannelLost)
					? new NetworkFaultException(new NetworkFault.Unexpected(), ex) : ex;
		}
	}

}
