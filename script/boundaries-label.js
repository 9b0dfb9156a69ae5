// Where the name of a country stands best. For script/prepare-boundaries only: points are [longitude, latitude] in
// steps, grid of them a degree.
'use strict';

// Lambert's azimuthal equal-area projection of the sphere of radius 1, and its inverse (Snyder 1987, pages 185 to 187).
function lambert([lon0, lat0], grid)
{
    const rad = Math.PI / 180, [s0, c0] = [Math.sin(lat0 * rad), Math.cos(lat0 * rad)];
    return {
        to([lon, lat]) {
            const d = (lon / grid - lon0) * rad, s = Math.sin(lat / grid * rad), c = Math.cos(lat / grid * rad);
            const k = Math.sqrt(2 / (1 + s0 * s + c0 * c * Math.cos(d)));
            return [k * c * Math.sin(d), k * (c0 * s - s0 * c * Math.cos(d))];
        },
        from([x, y]) {
            const r = Math.hypot(x, y), a = 2 * Math.asin(Math.min(1, r / 2));
            if (r === 0)
                return [lon0, lat0];
            const lat = Math.asin(Math.cos(a) * s0 + y * Math.sin(a) * c0 / r);
            const lon = Math.atan2(x * Math.sin(a), r * c0 * Math.cos(a) - y * s0 * Math.sin(a));
            return [lon0 + lon / rad, lat / rad];
        },
    };
}

// Distance to the nearest edge, negative outside.
function depth([x, y], rings)
{
    let inside = false, least = Infinity;
    for (const ring of rings)
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            const [ax, ay] = ring[i], [bx, by] = ring[j];
            if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax)
                inside = !inside;
            const dx = bx - ax, dy = by - ay, t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
            const u = Math.max(0, Math.min(1, t));
            least = Math.min(least, (x - ax - u * dx) ** 2 + (y - ay - u * dy) ** 2);
        }
    return (inside ? 1 : -1) * Math.sqrt(least);
}

// The pole of inaccessibility, by cells that are halved while they can hold something better (as polylabel does).
function labelPoint(rings, box, grid)
{
    const polar = box[2] - box[0] === 360 * grid;
    const projection = lambert(polar ? [0, box[1] < 0 ? -90 : 90] : [(box[0] + box[2]) / 2 / grid, (box[1] + box[3]) / 2 / grid], grid);
    const flat = rings.map(points => points.map(point => projection.to(point)));
    const xs = flat[0].map(p => p[0]), ys = flat[0].map(p => p[1]);
    const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const size = Math.min(x1 - x0, y1 - y0);
    const cell = (x, y, h) => ({ x, y, h, d: depth([x, y], flat) });
    let best = cell((x0 + x1) / 2, (y0 + y1) / 2, 0);
    let queue = [];
    for (let x = x0; x < x1; x += size)
        for (let y = y0; y < y1; y += size)
            queue.push(cell(x + size / 2, y + size / 2, size / 2));
    while (queue.length) {
        const next = [];
        for (const c of queue)
            if (c.d > best.d)
                best = c;
        for (const c of queue) {
            if (c.d + c.h * Math.SQRT2 - best.d <= size / 200)
                continue;
            for (const [sx, sy] of [[-1, -1], [1, -1], [-1, 1], [1, 1]])
                next.push(cell(c.x + sx * c.h / 2, c.y + sy * c.h / 2, c.h / 2));
        }
        queue = next;
    }
    const [lon, lat] = projection.from([best.x, best.y]);
    return [Math.round((lon - 360 * Math.floor((lon + 180) / 360)) * grid), Math.round(lat * grid)];
}

module.exports = { depth, labelPoint };
