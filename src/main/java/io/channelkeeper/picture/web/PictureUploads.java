package io.channelkeeper.picture.web;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.CreatorPictures;
import io.channelkeeper.picture.HeicPictureException;
import io.channelkeeper.picture.MissingReason;
import io.channelkeeper.picture.PictureMissingException;
import io.channelkeeper.picture.PicturesAwayException;
import io.channelkeeper.picture.PicturesBusyException;
import io.channelkeeper.picture.SmallPictureException;

/**
 * Takes a creator's picture from a member, or says why not.
 */
@Component
class PictureUploads {

	private final CreatorPictures pictures;

	PictureUploads(CreatorPictures pictures) {
		this.pictures = pictures;
	}

	/** Empty when the file was taken and is shown from now on. */
	Optional<Refusal> take(Viewer viewer, UUID creatorId, PictureForm form) {
		MultipartFile file = form.file();
		Refusal refusal = early(file);
		if (refusal != null || file == null) {
			return Optional.ofNullable(refusal);
		}
		try {
			this.pictures.upload(viewer, creatorId, file::getBytes, form.crop());
			return Optional.empty();
		}
		catch (HeicPictureException ex) {
			return Optional.of(Refusal.HEIC);
		}
		catch (SmallPictureException ex) {
			return Optional.of(Refusal.TOO_SMALL);
		}
		catch (PicturesBusyException ex) {
			return Optional.of(Refusal.BUSY);
		}
		catch (PicturesAwayException ex) {
			return Optional.of(Refusal.AWAY);
		}
		catch (PictureMissingException ex) {
			return Optional.of((ex.reason() == MissingReason.TOO_LARGE) ? Refusal.TOO_WIDE : Refusal.NO_PICTURE);
		}
	}

	/** Shows a channel's picture, or chooses automatically without one. */
	void choose(Viewer viewer, UUID creatorId, @Nullable UUID channelId) {
		if (channelId != null) {
			this.pictures.useChannel(viewer, creatorId, channelId);
		}
		else {
			this.pictures.useBest(viewer, creatorId);
		}
	}

	/** Deletes an uploaded picture. */
	void letGo(Viewer viewer, UUID creatorId) {
		this.pictures.useNetworkAgain(viewer, creatorId);
	}

	private @Nullable Refusal early(@Nullable MultipartFile file) {
		if (file == null || (file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename()))) {
			return Refusal.NO_FILE;
		}
		return (file.getSize() > this.pictures.limit().toBytes()) ? Refusal.TOO_LARGE : null;
	}

}
