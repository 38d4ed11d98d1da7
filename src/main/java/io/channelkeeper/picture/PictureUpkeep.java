package io.channelkeeper.picture;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Deletes pictures that nothing shows, and moves those of the table into the bucket where
 * one is set.
 */
@Service
public class PictureUpkeep {

	private static final Logger log = LoggerFactory.getLogger(PictureUpkeep.class);

	private static final int PAGE = 500;

	private final PictureBytes bytes;

	private final PictureLedger ledger;

	private final ShownPictures shown;

	PictureUpkeep(PictureBytes bytes, PictureLedger ledger, ShownPictures shown) {
		this.bytes = bytes;
		this.ledger = ledger;
		this.shown = shown;
	}

	/**
	 * Deletes unused objects from the bucket and moves pictures from the table into it;
	 * without a bucket does nothing.
	 */
	public void tidy() {
		try {
			this.bytes.tidy();
		}
		catch (PicturesAwayException ex) {
			log.warn("Pictures are tidied up later: {}", ex.getMessage());
		}
	}

	/**
	 * Deletes pictures that were put more than a day ago and that nothing shows, at most
	 * 500.
	 */
	public void sweep() {
		List<PictureName> abandoned = this.ledger.abandoned(PAGE);
		for (PictureName name : abandoned) {
			this.shown.change(name.organizationId(), () -> List.of(name.hash()));
		}
		if (!abandoned.isEmpty()) {
			log.info("Pictures that nothing showed: {}", abandoned.size());
		}
	}

}
