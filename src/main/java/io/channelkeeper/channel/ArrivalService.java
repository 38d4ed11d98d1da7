package io.channelkeeper.channel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Network;
import io.channelkeeper.organization.Viewer;

/**
 * Takes creators into the portfolio together with their channels: all of it or nothing.
 */
@Service
public class ArrivalService {

	private final CreatorService creators;

	private final ChannelService channels;

	private final ChannelReader reader;

	ArrivalService(CreatorService creators, ChannelService channels, ChannelReader reader) {
		this.creators = creators;
		this.channels = channels;
		this.reader = reader;
	}

	/** The networks that a channel can live at, by name. */
	public List<Network> networks() {
		return this.reader.networks();
	}

	/** Recognises typed channels, so that what is wrong can be said before adding. */
	public List<ReadChannel> read(List<TypedChannel> typed) {
		return this.reader.read(typed);
	}

	/**
	 * Adds a creator with channels.
	 * @return the new creator's id
	 * @throws ChannelTakenException if the organization has one of the channels already
	 */
	@Transactional
	public UUID add(Viewer viewer, NewCreator creator, Collection<ChannelAddress> addresses) {
		UUID id = this.creators.create(viewer, creator);
		addTo(viewer, id, addresses);
		return id;
	}

	/**
	 * Adds channels to a creator who is there already.
	 * @throws ChannelTakenException if the organization has one of the channels already
	 */
	@Transactional
	public void addTo(Viewer viewer, UUID creatorId, Collection<ChannelAddress> addresses) {
		addresses.forEach((address) -> this.channels.add(viewer, creatorId, address));
	}

}
