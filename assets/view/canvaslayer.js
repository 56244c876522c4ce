// A Leaflet layer that is one canvas, a little larger than the map, drawn anew when the camera has moved.
const PADDING = 0.12; // of the map's size on each side, so that a drag does not show empty edges

export const CanvasLayer = L.Layer.extend({
  /** `paint(context, view)` draws; view is {scale, left, top, width, height, zoom}: x = mercator * scale - left. */
  initialize(paint, pane) {
    this.paint = paint;
    L.setOptions(this, { pane });
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "dl-canvas leaflet-zoom-animated", this.getPane());
    this.canvas.setAttribute("aria-hidden", "true");
    this.map = map;
    this.reset();
  },

  onRemove() {
    this.canvas.remove();
  },

  getEvents() {
    return { moveend: this.reset, resize: this.reset, move: this.follow, zoom: this.stretch, zoomanim: this.animate };
  },

  /** Put the canvas over the map again and draw. */
  reset() {
    const size = this.map.getSize();
    if (!size.x || !size.y) return;
    const pad = size.multiplyBy(PADDING).round();
    const corner = this.map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const bounds = this.map.getPixelBounds();
    const whole = size.add(pad.multiplyBy(2));
    this.corner = corner;
    this.cornerLatLng = this.map.layerPointToLatLng(corner);
    this.zoom = this.map.getZoom();
    this.pad = pad;
    const origin = this.map.getPixelOrigin();
    this.view = {
      scale: 256 * 2 ** this.zoom,
      left: origin.x + corner.x,
      top: origin.y + corner.y,
      width: whole.x,
      height: whole.y,
      zoom: this.zoom,
      inner: { x: pad.x, y: pad.y, width: size.x, height: size.y },
      bounds,
    };
    this.resize(whole);
    L.DomUtil.setTransform(this.canvas, corner, 1);
    this.draw();
  },

  resize(whole) {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    if (this.canvas.width !== whole.x * ratio || this.canvas.height !== whole.y * ratio) {
      this.canvas.width = whole.x * ratio;
      this.canvas.height = whole.y * ratio;
      this.canvas.style.width = `${whole.x}px`;
      this.canvas.style.height = `${whole.y}px`;
    }
    this.ratio = ratio;
  },

  draw() {
    if (!this.view) return;
    const context = this.canvas.getContext("2d");
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.paint(context, this.view, this.ratio);
  },

  /** A long drag leaves the padding: draw again on the way. */
  follow() {
    if (!this.view || this.map.getZoom() !== this.zoom) return;
    const corner = this.map.containerPointToLayerPoint(this.pad.multiplyBy(-1));
    if (Math.abs(corner.x - this.corner.x) > this.pad.x || Math.abs(corner.y - this.corner.y) > this.pad.y)
      this.reset();
  },

  stretch() {
    this.transform(this.map.getCenter(), this.map.getZoom());
  },

  animate({ center, zoom }) {
    this.transform(center, zoom);
  },

  transform(center, zoom) {
    if (!this.view) return;
    const offset = this.map._latLngToNewLayerPoint(this.cornerLatLng, zoom, center);
    L.DomUtil.setTransform(this.canvas, offset, this.map.getZoomScale(zoom, this.zoom));
  },

  /** A point of the map's container in the canvas's own pixels. */
  fromContainer(point) {
    const layer = this.map.containerPointToLayerPoint(point);
    return { x: layer.x - this.corner.x, y: layer.y - this.corner.y };
  },
});
