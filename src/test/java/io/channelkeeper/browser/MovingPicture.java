package io.channelkeeper.browser;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Writes pictures as one animated GIF that never ends; of each only what is different
 * from the one before.
 */
final class MovingPicture {

	private static final byte[] FOR_EVER = { 1, 0, 0 };

	private MovingPicture() {
	}

	static void write(List<Frame> frames, Path file) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (OutputStream bytes = Files.newOutputStream(file);
				ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			Palette palette = Palette.of(frames.stream().map(Frame::image).toList());
			BufferedImage before = null;
			for (Frame frame : frames) {
				Rectangle part = changed(before, frame.image());
				BufferedImage image = palette.paint(frame.image().getSubimage(part.x, part.y, part.width, part.height));
				writer.writeToSequence(new IIOImage(image, null, notes(writer, image, part, frame.shown())), null);
				before = frame.image();
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
	}

	/** The smallest rectangle around what changed; one point if nothing did. */
	private static Rectangle changed(@Nullable BufferedImage before, BufferedImage now) {
		if (before == null) {
			return new Rectangle(now.getWidth(), now.getHeight());
		}
		Rectangle changed = new Rectangle(-1, -1);
		for (int y = 0; y < now.getHeight(); y++) {
			for (int x = 0; x < now.getWidth(); x++) {
				if (!changed.contains(x, y) && before.getRGB(x, y) != now.getRGB(x, y)) {
					changed.add(new Rectangle(x, y, 1, 1));
				}
			}
		}
		return changed.isEmpty() ? new Rectangle(1, 1) : changed;
	}

	private static IIOMetadata notes(ImageWriter writer, BufferedImage image, Rectangle part, Duration shown)
			throws IIOInvalidTreeException {
		IIOMetadata notes = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
		String format = notes.getNativeMetadataFormatName();
		IIOMetadataNode root = new IIOMetadataNode(format);
		IIOMetadataNode place = node(root, "ImageDescriptor");
		place.setAttribute("imageLeftPosition", String.valueOf(part.x));
		place.setAttribute("imageTopPosition", String.valueOf(part.y));
		place.setAttribute("imageWidth", String.valueOf(part.width));
		place.setAttribute("imageHeight", String.valueOf(part.height));
		place.setAttribute("interlaceFlag", "FALSE");
		IIOMetadataNode control = node(root, "GraphicControlExtension");
		control.setAttribute("disposalMethod", "doNotDispose");
		control.setAttribute("userInputFlag", "FALSE");
		control.setAttribute("transparentColorFlag", "FALSE");
		control.setAttribute("transparentColorIndex", "0");
		control.setAttribute("delayTime", String.valueOf(shown.toMillis() / 10));
		IIOMetadataNode loop = node(node(root, "ApplicationExtensions"), "ApplicationExtension");
		loop.setAttribute("applicationID", "NETSCAPE");
		loop.setAttribute("authenticationCode", "2.0");
		loop.setUserObject(FOR_EVER);
		notes.mergeTree(format, root);
		return notes;
	}

	private static IIOMetadataNode node(IIOMetadataNode parent, String name) {
		IIOMetadataNode node = new IIOMetadataNode(name);
		parent.appendChild(node);
		return node;
	}

	/**
	 * One picture.
	 *
	 * @param image all of it
	 * @param shown how long
	 */
	record Frame(BufferedImage image, Duration shown) {
	}

}
