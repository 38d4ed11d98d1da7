package io.channelkeeper.picture;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * Which picture a creator of the bound organization is shown with: the uploaded one, else
 * that of the channel that a member chose, else the best of the channels.
 */
@Service
public class CreatorPictures {

	private final CreatorPictureRows rows;

	private final PictureNormalizer normalizer;

	private final CreatorService creators;

	private final PictureProperties properties;

	CreatorPictures(CreatorPictureRows rows, PictureNormalizer normalizer, CreatorService creators,
			PictureProperties properties) {
		this.rows = rows;
		this.normalizer = normalizer;
		this.creators = creators;
		this.properties = properties;
	}

	/** The most bytes that an uploaded file may have. */
	public DataSize limit() {
		return this.properties.maxUpload();
	}

	/**
	 * The picture of one creator.
	 * @throws NotFoundException if the organization has no such creator
	 */
	@Transactional(readOnly = true)
	public CreatorPicture standing(UUID creatorId) {
		return this.rows.of(List.of(creatorId))
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotFoundException("creator", creatorId));
	}

	/**
	 * Shows a creator with what a member uploaded, until somebody asks for a channel's
	 * picture again (P-13 to P-15). Nothing of the file is kept but its pixels.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws NotFoundException if the organization has no such creator
	 * @throws HeicPictureException if the file is a HEIC photograph
	 * @throws PictureMissingException if the file has too many pixels or is no picture
	 * @throws PicturesBusyException if no decoder became free in time
	 * @throws PicturesAwayException if the picture store does not answer or refuses
	 */
	public void upload(Viewer viewer, UUID creatorId, PictureSource file, Crop crop) {
		viewer.require(Action.KEEP_PORTFOLIO);
		this.creators.get(creatorId);
		this.rows.upload(creatorId, viewer.memberId(), this.normalizer.normalize(file, crop));
	}

	/**
	 * Shows a creator with the picture of this channel, and deletes an uploaded one.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws NotFoundException if the creator has no such channel
	 */
	public void useChannel(Viewer viewer, UUID creatorId, UUID channelId) {
		viewer.require(Action.KEEP_PORTFOLIO);
		this.creators.get(creatorId);
		this.rows.choose(creatorId, channelId);
	}

	/**
	 * Shows a creator with the best of the channels' pictures again, and deletes an
	 * uploaded one.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws NotFoundException if the organization has no such creator
	 */
	public void useBest(Viewer viewer, UUID creatorId) {
		viewer.require(Action.KEEP_PORTFOLIO);
		this.creators.get(creatorId);
		this.rows.letGo(creatorId);
	}

	/**
	 * Deletes an uploaded picture, so that the channel that was chosen before is shown
	 * again, or the best of all.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 * @throws NotFoundException if the organization has no such creator
	 */
	public void useNetworkAgain(Viewer viewer, UUID creatorId) {
		viewer.require(Action.KEEP_PORTFOLIO);
		this.creators.get(creatorId);
		this.rows.letGoOfUpload(creatorId);
	}

}
