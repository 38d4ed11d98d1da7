package io.channelkeeper.connection;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.PublicLookup;

/**
 * A question to a network, with what can be lent for it.
 *
 * @param lookup whom to ask
 * @param loans at least one; an empty one where nothing has to be lent
 */
record LookUpQuestion(PublicLookup lookup, List<@Nullable Loan> loans) {

	/**
	 * Asks, through the next loan where one's access turns out to be gone: that says
	 * nothing about the channel in question.
	 * @throws NetworkFaultException if the network does not answer through any of them
	 */
	Optional<Profile> ask(ChannelAddress address) {
		NetworkFaultException refusal = null;
		for (Loan loan : this.loans) {
			try {
				return this.lookup.find(address, loan);
			}
			catch (NetworkFaultException ex) {
				if (ex.fault().isTemporary()) {
					throw ex;
				}
				refusal = ex;
			}
		}
		if (refusal == null) {
			throw new IllegalStateException("Nothing was lent");
		}
		throw refusal;
	}

}
