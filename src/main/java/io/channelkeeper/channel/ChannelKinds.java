package io.channelkeeper.channel;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * Says what channels are to the organization (M-3).
 */
@Service
public class ChannelKinds {

	private final ChannelRepository channels;

	ChannelKinds(ChannelRepository channels) {
		this.channels = channels;
	}

	/**
	 * Sets the kind of a channel.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws NotFoundException if the organization has no such channel
	 */
	@Transactional
	public void set(Viewer viewer, UUID id, ChannelKind kind) {
		viewer.require(Action.MANAGE_CONNECTIONS);
		this.channels.findById(id).orElseThrow(() -> new NotFoundException("channel", id)).become(kind);
	}

}
