package io.channelkeeper.invitation.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as one path of an SVG inside the page, so that no image address holds the
 * link (B-19).
 *
 * @param side modules along one side, quiet zone included
 * @param path the dark modules
 */
record QrCode(int side, String path) {

	static QrCode of(String text) {
		try {
			BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
			return new QrCode(matrix.getWidth(), path(matrix));
		}
		catch (WriterException ex) {
			throw new IllegalStateException("No QR code", ex);
		}
	}

	private static String path(BitMatrix matrix) {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < matrix.getHeight(); y++) {
			for (int x = 0; x < matrix.getWidth(); x++) {
				if (matrix.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		return path.toString();
	}

	@Override
	public String toString() {
		return "QrCode[" + this.side + "]";
	}

}
