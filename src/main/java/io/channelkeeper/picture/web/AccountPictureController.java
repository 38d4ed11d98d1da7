package io.channelkeeper.picture.web;

import java.util.UUID;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.AwaitedPictures;
import io.channelkeeper.picture.StoredPicture;

/**
 * Serves to members the pictures of two accounts that are to be told apart: the expected
 * channel and the one that came back (B-5).
 */
@Controller
class AccountPictureController {

	private final AwaitedPictures pictures;

	private final OfferedChannels offers;

	private final ChannelService channels;

	AccountPictureController(AwaitedPictures pictures, OfferedChannels offers, ChannelService channels) {
		this.pictures = pictures;
		this.offers = offers;
		this.channels = channels;
	}

	@GetMapping("/offers/{id}/picture")
	ResponseEntity<Resource> ofOffer(Viewer viewer, @PathVariable UUID id,
			@RequestParam(defaultValue = "false") boolean soon) {
		return answer(this.pictures.ofOffer(this.offers.look(viewer, id).id(), soon));
	}

	@GetMapping("/channels/{id}/picture")
	ResponseEntity<Resource> ofChannel(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean soon) {
		return answer(this.pictures.ofChannel(this.channels.get(id).id(), soon));
	}

	private static ResponseEntity<Resource> answer(StoredPicture picture) {
		return ResponseEntity.ok()
			.eTag(picture.etag())
			.cacheControl(CacheControl.maxAge(picture.freshFor()).cachePrivate())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(MediaType.parseMediaType(picture.contentType()))
			.body(picture.content());
	}

}
