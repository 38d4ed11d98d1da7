package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;

import net.coobird.thumbnailator.Thumbnails;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a usual picture costs, against the usual way to make it small; both in turn, so
 * that both meet the same machine.
 */
class DecodingBenchTests {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final byte[] photograph = photograph(1080);

	@Test
	@Tag("benchmarks")
	@DisplayName("A picture costs at most half the CPU of a full decode for its sizes")
	void decodesForHalfTheTime() throws Exception {
		Times times = measure(100, 200);
		System.out.printf("1080 × 1080 JPEG to 512 and 96 px: %.1f ms of CPU; Thumbnailator's defaults: %.1f ms%n",
				times.ours, times.usual);
		assertThat(times.ours / times.usual).isLessThanOrEqualTo(0.5);
	}

	@Test
	void costsClearlyLessThanTheUsualWay() throws Exception {
		Times times = measure(6, 9);
		assertThat(times.ours / times.usual).isLessThan(0.75);
	}

	private Times measure(int warm, int runs) throws IOException {
		long ours = 0;
		long usual = 0;
		for (int run = -warm; run < runs; run++) {
			long start = this.threads.getCurrentThreadCpuTime();
			PictureNormalizer.picture(this.photograph, Crop.MIDDLE);
			long between = this.threads.getCurrentThreadCpuTime();
			usualWay();
			ours += (run < 0) ? 0 : between - start;
			usual += (run < 0) ? 0 : this.threads.getCurrentThreadCpuTime() - between;
		}
		return new Times(ours / 1e6 / runs, usual / 1e6 / runs);
	}

	private void usualWay() throws IOException {
		for (int size : NormalizedPicture.SIZES) {
			Thumbnails.of(new ByteArrayInputStream(this.photograph))
				.size(size, size)
				.toOutputStream(new ByteArrayOutputStream());
		}
	}

	/** Soft and hard edges, and the noise of a sensor. */
	private static byte[] photograph(int side) {
		Random random = new Random(7);
		BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, side, side, Color.BLUE));
		graphics.fillRect(0, 0, side, side);
		for (int spot = 0; spot < 300; spot++) {
			graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 120));
			int size = random.nextInt(side / 6) + 3;
			graphics.fillOval(random.nextInt(side), random.nextInt(side), size, size);
		}
		graphics.dispose();
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt(8) * 0x010101));
			}
		}
		return TestPictures.write(image, "jpeg");
	}

	/**
	 * What one picture took, in milliseconds of CPU.
	 */
	private record Times(double ours, double usual) {

	}

}
